# shellcheck shell=bash
# An empty Debian in a folder, for scripts that source this file. What runs in it sees a network of its own that
# holds the loopback and nothing else; there, under the mirror's own names, the package mirror answers: two socat hand
# its bytes through a Unix socket, the one thing that leads out. Needs root; clean_debian takes all of it away again.
#   make_debian SUITE     sets $root
#   inside COMMAND...     runs a command in it
#   step COMMAND...       so too, tells the command, its time and its exit status, and ends the script if it failed
#   as_fan COMMAND...     so too, as somebody who has no rights, from the home folder
#   expect WORDS COMMAND...   ends the script unless the command succeeds and its output has the words
#   install_debian PACKAGE...

root=
steps=()
children=()
debian_path=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin

say() { echo "== $*"; }
fail() { echo "$(basename "$0"): $*" >&2; exit 1; }
in_network() { nsenter --target "$network" --net "$@"; }
inside() {
    in_network chroot "$root" /usr/bin/env -i PATH="$debian_path" HOME=/root LC_ALL=C.UTF-8 \
        ${CCACHE_DIR:+CCACHE_DIR=/ccache} "$@"
}

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


step() {
    local start=$SECONDS status=0
    echo "\$ $*"
    inside "$@" </dev/null >"$root/tmp/step.log" 2>&1 || status=$?
    steps+=("$(printf '%5d s, exit status %d: %s' $((SECONDS - start)) "$status" "$*")")
    [ "$status" -eq 0 ] || { tail -n 100 "$root/tmp/step.log" >&2; fail "${steps[-1]}"; }
    tail -n 5 "$root/tmp/step.log"
    ! grep -B 12 -F 'warning: ' "$root/tmp/step.log" || fail "a warning of '$*'"
    echo "${steps[-1]}"
}

# Where this machine has its packages, as lines for the other suite: "deb URI SUITE COMPONENT".
apt_sources() {
    local here
    # shellcheck source=/dev/null
    here=$(. /etc/os-release && echo "$VERSION_CODENAME")
    # shellcheck disable=SC2016 # apt expands these
    apt-get indextargets --format '$(REPO_URI) $(RELEASE) $(COMPONENT) $(ORIGIN)' 'Created-By: Packages' |
        awk '$4 == "Debian" { print "deb", $1, $2, $3 }' | sed "s| $here| $1|" | sort -u
}

# The network, and in it the servers (HOST:PORT...) under addresses 127.1.0.1, 127.1.0.2 ... of the loopback.
open_network() {
    local server number=0
    unshare --net sh -c 'ip link set lo up && exec sleep infinity' &
    network=$!
    children+=("$network")
    until [ "$(readlink "/proc/$network/ns/net")" != "$(readlink /proc/self/ns/net)" ] &&
        in_network ip -o link show lo | grep -q ',UP'; do
        kill -0 "$network" 2>/dev/null || fail "no network of its own: is unshare forbidden here?"
        sleep 0.1
    done
    for server in "$@"; do
        number=$((number + 1))
        socat "UNIX-LISTEN:$ways/$number,fork" "TCP:$server" &
        children+=("$!")
        nsenter --target "$network" --net \
            socat "TCP-LISTEN:${server##*:},bind=127.1.0.$number,fork,reuseaddr" "UNIX-CONNECT:$ways/$number" &
        children+=("$!")
    done
    [ -z "$(in_network ip route)" ] || fail "the network of the chroot leads somewhere"
}

make_debian() { # SUITE
    local sources mirror log proxy servers number=0 server
    root=$(mktemp -d "${TMPDIR:-/var/tmp}/empty-debian.XXXXXX")
    ways=$(mktemp -d)
    sources=$(apt_sources "$1")
    mirror=$(awk -v suite="$1" '$3 == suite { print $2; exit }' <<<"$sources")
    [ -n "$mirror" ] || fail "apt knows no Debian mirror; run apt-get update."
    say "debootstrap $1"
    log=$(debootstrap --variant=minbase "$1" "$root" "$mirror" 2>&1) || fail "$log"
    chmod 0755 "$root" # mktemp made it for root alone
    echo force-unsafe-io >"$root/etc/dpkg/dpkg.cfg.d/unsafe-io" # nothing here has to outlive a power cut
    echo "$sources" >"$root/etc/apt/sources.list"
    printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d" # no service starts by itself
    chmod +x "$root/usr/sbin/policy-rc.d"

    proxy=$(apt-config dump | sed -n 's|^Acquire::http::Proxy "http://\([^/"]*\)/*";$|\1|p')
    servers=$(awk '{ print $2 }' <<<"$sources" |
        sed -E 's|^http://([^/:]*)/.*|\1:80|; s|^https://([^/:]*)/.*|\1:443|; s|^https?://([^/]*)/.*|\1|' | sort -u)
    echo '127.0.0.1 localhost' >"$root/etc/hosts"
    if [ -n "$proxy" ]; then
        servers=$proxy
        echo "Acquire::http::Proxy \"http://127.1.0.1:${proxy##*:}\";" >"$root/etc/apt/apt.conf.d/90proxy"
    fi
    for server in $servers; do
        number=$((number + 1))
        echo "127.1.0.$number ${server%:*}" >>"$root/etc/hosts"
    done
    : >"$root/etc/resolv.conf" # names that are not in hosts are not found
    # shellcheck disable=SC2086 # a list of words
    open_network $servers

    mount -t proc proc "$root/proc"
    mount -t devpts devpts "$root/dev/pts" -o newinstance,ptmxmode=0666 # apt's own log of an installation
    mkdir -p "$root/dev/shm"
    mount -t tmpfs tmpfs "$root/dev/shm" # PostgreSQL's shared memory
    if [ -n "${CCACHE_DIR:-}" ]; then
        mkdir "$root/ccache"
        mount --bind "$CCACHE_DIR" "$root/ccache"
    fi
    inside useradd --create-home fan
}

# The processes that run in it.
debian_processes() {
    local process
    for process in /proc/[0-9]*; do
        [ "$(readlink "$process/root" 2>/dev/null)" != "$root" ] || echo "${process#/proc/}"
    done
}

clean_debian() {
    local mount child processes
    if [ -n "$root" ]; then
        for _ in 1 2 3 4 5; do
            mapfile -t processes < <(debian_processes)
            [ ${#processes[@]} -gt 0 ] || break
            kill "${processes[@]}" 2>/dev/null || true
            sleep 0.5
        done
    fi
    for child in "${children[@]}"; do
        kill "$child" 2>/dev/null || true
        wait "$child" 2>/dev/null || true
    done
    children=()
    [ -z "${ways:-}" ] || rm -rf "$ways"
    ways=
    [ -n "$root" ] || return 0
    for mount in ccache dev/shm dev/pts proc; do
        ! mountpoint -q "$root/$mount" || umount "$root/$mount" || umount --lazy "$root/$mount"
    done
    if grep -q " $root/" /proc/self/mounts; then
        echo "Something is still mounted below $root; it stays." >&2
    else
        rm -rf --one-file-system "$root"
    fi
    root=
}

install_debian() {
    local log
    log=$(inside DEBIAN_FRONTEND=noninteractive apt-get update -qq 2>&1 &&
        inside DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" 2>&1) || fail "$log"
}

# ask PORT METHOD PATH [HEADER]: what a service in it answers, head and body.
ask() {
    local request
    request=$(printf '%s %s HTTP/1.1\r\nHost: 127.0.0.1\r\n%sConnection: close\r\n\r\n.' \
        "$2" "$3" "${4:+$4$'\r\n'}") # the point keeps the line ends
    # shellcheck disable=SC2016 # that bash expands it; and a connection that is closed early ends that one alone
    in_network bash -c 'exec 3<>"/dev/tcp/127.0.0.1/$1" && printf %s "$2" >&3 && timeout 60 cat <&3' \
        ask "$1" "${request%.}"
}

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
