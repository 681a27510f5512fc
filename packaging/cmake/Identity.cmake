# Who makes this program and under which name desktops and packages know it, for everything that says so: desktop
# file, AppStream metadata, Debian package, manual pages, the window. Who publishes a program of his own sets them here.
set(PARCFERME_ID "org.parcferme.parcferme" CACHE STRING "Application id: a domain backwards, and a name")
set(PARCFERME_HOMEPAGE "https://parcferme.org" CACHE STRING "Where users find the program")
set(PARCFERME_MAINTAINER "The Parc Fermé founders" CACHE STRING "Who answers for the program")
set(PARCFERME_MAINTAINER_EMAIL "founders@parcferme.org" CACHE STRING "Where users write to")

# AppStream wants an id of the developer too: the application's without its last part.
string(REGEX REPLACE "\\.[^.]*$" "" PARCFERME_DEVELOPER_ID "${PARCFERME_ID}")

# A package belongs to the release that it was built on, and one of a newer release is the newer package: Debian's
# own form is 1~deb12u1 for 12, 1~deb13u1 for 13.
cmake_host_system_information(RESULT system QUERY DISTRIB_INFO)
set(PARCFERME_DEBIAN_REVISION "1")
if(system_ID STREQUAL "debian" AND system_VERSION_ID)
    string(APPEND PARCFERME_DEBIAN_REVISION "~deb${system_VERSION_ID}u1")
elseif(system_VERSION_ID)
    string(APPEND PARCFERME_DEBIAN_REVISION "~${system_ID}${system_VERSION_ID}.1")
endif()
set(PARCFERME_DEBIAN_SUITE "unstable")
if(system_VERSION_CODENAME)
    set(PARCFERME_DEBIAN_SUITE "${system_VERSION_CODENAME}")
endif()
