# Empty Debians to try things in: functions for the scripts beside this folder (source it, as root).
#   chroot_make SUITE     makes one below $root, with apt's sources and a user without rights (fan)
#   chroot_install PACKAGE...
#   chroot_end            ends what was started in it and removes it; call it from a trap on EXIT
#   inside, as_fan        run a command in it: as root, as fan from the home folder
#   expect WORDS COMMAND...   fails unless the command succeeds and its output has the words
# shellcheck shell=bash

me=$(basename "$0")
path=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
root= # of the chroot there is
say() { echo "== $*"; }
fail() { echo "$me: $*" >&2; exit 1; }
inside() { chroot "$root" /usr/bin/env -i PATH="$path" LC_ALL=C.UTF-8 "$@"; }
as_fan() { inside su fan -s /bin/bash -c 'cd && exec "$@"' -- fan "$@"; }
expect() {
    local words=$1 answer
    shift
    answer=$("$@" 2>&1) || fail "'$*' failed: $answer"
    grep -qF -- "$words" <<<"$answer" || fail "'$*' does not say '$words': $answer"
}
# As expect, for a command that has to fail.
expect_failure() {
    local words=$1 answer
    shift
    ! answer=$("$@" 2>&1) || fail "'$*' does not fail: $answer"
    grep -qF -- "$words" <<<"$answer" || fail "'$*' does not say '$words': $answer"
}

# Where this machine has its packages from, for another release of Debian.
chroot_sources() {
    local own
    # shellcheck source=/dev/null
    own=$(. /etc/os-release && echo "$VERSION_CODENAME")
    # shellcheck disable=SC2016 # apt expands these
    apt-get indextargets --format '$(REPO_URI) $(RELEASE) $(COMPONENT) $(ORIGIN)' 'Created-By: Packages' |
        awk -v own="$own" -v suite="$1" '$4 == "Debian" { sub(own, suite, $2); print "deb", $1, $2, $3 }' | sort -u
}

chroot_make() {
    local suite=$1 sources mirror log
    sources=$(chroot_sources "$suite")
    mirror=$(awk -v suite="$suite" '$3 == suite { print $2; exit }' <<<"$sources")
    [ -n "$mirror" ] || fail "apt knows no Debian mirror; run apt-get update."
    root=$(mktemp -d "${TMPDIR:-/var/tmp}/empty-debian.XXXXXX")
    log=$(debootstrap --variant=minbase "$suite" "$root" "$mirror" 2>&1) || fail "$log"
    chmod 0755 "$root" # mktemp made it for root alone
    echo force-unsafe-io >"$root/etc/dpkg/dpkg.cfg.d/unsafe-io" # nothing here has to outlive a power cut
    echo "$sources" >"$root/etc/apt/sources.list"
    apt-config dump | grep -iE '^Acquire::(http|https)::Proxy' >"$root/etc/apt/apt.conf.d/90proxy" || true
    cp /etc/resolv.conf "$root/etc/resolv.conf"
    printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d" # no service starts by itself
    chmod +x "$root/usr/sbin/policy-rc.d"
    mount -t proc proc "$root/proc"
    inside useradd --create-home fan
}

chroot_install() {
    local log
    log=$(inside DEBIAN_FRONTEND=noninteractive apt-get update -qq 2>&1 &&
        inside DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" 2>&1) || fail "$log"
}

# Ends every process whose root is the chroot, and none else.
chroot_processes() {
    local process
    for process in /proc/[0-9]*; do
        [ "$(readlink "$process/root" 2>/dev/null)" != "$root" ] || echo "${process#/proc/}"
    done
}

chroot_end() {
    local mount
    [ -n "$root" ] || return 0
    for _ in 1 2 3 4 5; do
        mapfile -t processes < <(chroot_processes)
        [ ${#processes[@]} -gt 0 ] || break
        kill "${processes[@]}" 2>/dev/null || true
        sleep 0.5
    done
    for mount in ccache proc; do
        ! mountpoint -q "$root/$mount" || umount "$root/$mount" || umount --lazy "$root/$mount"
    done
    if grep -q " $root/" /proc/self/mounts; then
        echo "$me: something is still mounted below $root; it stays." >&2
    else
        rm -rf --one-file-system "$root"
    fi
    root=
}

# ask PORT METHOD PATH [HEADER]: what a service on this machine answers, head and body. In a shell of its own: a
# connection that is closed early ends the shell that writes to it.
ask() (
    exec 3<>"/dev/tcp/127.0.0.1/$1"
    printf '%s %s HTTP/1.1\r\nHost: 127.0.0.1\r\n%sConnection: close\r\n\r\n' "$2" "$3" "${4:+$4$'\r\n'}" >&3
    timeout 60 cat <&3
)

# A port that no outgoing connection gets by chance.
free_port() { echo $((20000 + RANDOM % 12000)); }

# eventually SECONDS COMMAND...: until it succeeds; fails when it never does.
eventually() {
    local end=$((SECONDS + $1))
    shift
    until ("$@") >/dev/null 2>&1; do
        [ "$SECONDS" -lt "$end" ] || return 1
        sleep 0.2
    done
}
