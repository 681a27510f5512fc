# What is installed where, and the Debian package. `packaging/package` builds it; PARCFERME_PACKAGE adds what only a
# package needs (icons in PNG, compressed pages), so that developers do not need the tools for that.
include(GNUInstallDirs)

set(packaging "${CMAKE_SOURCE_DIR}/packaging")
set(doc "${CMAKE_INSTALL_DATADIR}/doc/parcferme")
set(made "${CMAKE_BINARY_DIR}/package")

# The licence has one text, in packaging/LICENSE; Debian's form of it is indented, with a point for an empty line.
file(READ "${packaging}/LICENSE" licence)
string(REGEX MATCH "\n *Copyright \\(c\\) ([^\n]*)\n+(.*)$" licence "${licence}")
set(COPYRIGHT "${CMAKE_MATCH_1}")
string(STRIP "${CMAKE_MATCH_2}" licence)
string(REPLACE "\n\n" "\n.\n" licence "${licence}")
string(REPLACE "\n" "\n " MIT_TEXT " ${licence}")

configure_file("${packaging}/desktop/parcferme.desktop.in" "${made}/${PARCFERME_ID}.desktop" @ONLY)
configure_file("${packaging}/desktop/metainfo.xml.in" "${made}/${PARCFERME_ID}.metainfo.xml" @ONLY)
configure_file("${packaging}/debian/changelog.in" "${made}/changelog" @ONLY)
configure_file("${packaging}/debian/copyright.in" "${made}/copyright" @ONLY)

# The programs find this file from where they stand: ../share/parcferme.
install(TARGETS parcferme parcferme-cli RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
install(FILES "${CMAKE_BINARY_DIR}/share/parcferme/history.sqlite" DESTINATION "${CMAKE_INSTALL_DATADIR}/parcferme")
install(FILES "${made}/${PARCFERME_ID}.desktop" DESTINATION "${CMAKE_INSTALL_DATADIR}/applications")
install(FILES "${made}/${PARCFERME_ID}.metainfo.xml" DESTINATION "${CMAKE_INSTALL_DATADIR}/metainfo")
install(FILES "${CMAKE_SOURCE_DIR}/resources/icons/parcferme.svg"
        DESTINATION "${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps")
install(FILES "${CMAKE_BINARY_DIR}/share/bash-completion/completions/parcferme-cli"
              "${CMAKE_BINARY_DIR}/share/bash-completion/completions/parcferme"
        DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions")
install(FILES "${packaging}/env.example" DESTINATION "${doc}/examples")

if(NOT PARCFERME_PACKAGE)
    install(FILES "${CMAKE_BINARY_DIR}/share/man/man1/parcferme.1" "${CMAKE_BINARY_DIR}/share/man/man1/parcferme-cli.1"
            DESTINATION "${CMAKE_INSTALL_MANDIR}/man1")
    return()
endif()

find_program(RSVG_CONVERT rsvg-convert REQUIRED)
find_program(GZIP gzip REQUIRED)
set(package_files "")

foreach(size 16 22 24 32 48 64 128 256 512)
    set(icon "${made}/parcferme-${size}.png")
    add_custom_command(
        OUTPUT "${icon}"
        COMMAND "${RSVG_CONVERT}" -w ${size} -h ${size} -o "${icon}" "${CMAKE_SOURCE_DIR}/resources/icons/parcferme.svg"
        DEPENDS "${CMAKE_SOURCE_DIR}/resources/icons/parcferme.svg"
        VERBATIM)
    list(APPEND package_files "${icon}")
    install(FILES "${icon}" RENAME parcferme.png
            DESTINATION "${CMAKE_INSTALL_DATADIR}/icons/hicolor/${size}x${size}/apps")
endforeach()

# compressed(INPUT NAME DESTINATION): the same bytes from the same input, so no time stamp.
function(compressed input name destination)
    set(output "${made}/${name}.gz")
    add_custom_command(
        OUTPUT "${output}"
        COMMAND sh -c "\"$1\" -9 -n -c \"$2\" > \"$3\"" gzip "${GZIP}" "${input}" "${output}"
        DEPENDS "${input}"
        VERBATIM)
    set(package_files ${package_files} "${output}" PARENT_SCOPE)
    install(FILES "${output}" DESTINATION "${destination}")
endfunction()
compressed("${CMAKE_BINARY_DIR}/share/man/man1/parcferme.1" parcferme.1 "${CMAKE_INSTALL_MANDIR}/man1")
compressed("${CMAKE_BINARY_DIR}/share/man/man1/parcferme-cli.1" parcferme-cli.1 "${CMAKE_INSTALL_MANDIR}/man1")
compressed("${made}/changelog" changelog.Debian "${doc}")
add_custom_target(parcferme_package_files ALL DEPENDS ${package_files})

install(FILES "${made}/copyright" DESTINATION "${doc}")
install(FILES "${packaging}/debian/parcferme.service" DESTINATION lib/systemd/system)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME parcferme)
set(CPACK_PACKAGE_VENDOR "Parc Fermé")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "Formula 1 predictions that cannot be changed afterwards")
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGE_DIRECTORY "${CMAKE_BINARY_DIR}")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE "${PARCFERME_DEBIAN_REVISION}")
set(CPACK_DEBIAN_PACKAGE_MAINTAINER "${PARCFERME_MAINTAINER} <${PARCFERME_MAINTAINER_EMAIL}>")
set(CPACK_DEBIAN_PACKAGE_HOMEPAGE "${PARCFERME_HOMEPAGE}")
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Loaded by name at run time, so no linker knows of them: SQL drivers, SVG icons (until Qt 6.4 in libqt6svg6), zones,
# certificates.
set(CPACK_DEBIAN_PACKAGE_DEPENDS
    "libqt6sql6-sqlite, libqt6sql6-psql, qt6-svg-plugins | libqt6svg6 (<< 6.5), tzdata, ca-certificates")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "fonts-dejavu-core | fonts-noto-core, qt6-wayland")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "postgresql")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA "${packaging}/debian/prerm")
set(CPACK_PACKAGE_DESCRIPTION
"Parc Fermé predicts a Grand Prix once, before the start, and locks the
prediction into a ledger in which every record carries the hash of the one
before. The official result judges it later, beside simple forecasts that
anyone could make: a track record, calibration, and backtests over any span
of seasons. All seasons since 2000 are included, so that it is useful without
a network.

The package holds the desktop program parcferme, and parcferme-cli, which
does the same from the command line and serves it over HTTP. A team can share
one ledger on a PostgreSQL server.")
include(CPack)
