# How every target of the project is made: flags in one place, and layers that see only what they link.

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${CCACHE_PROGRAM}")
endif()
find_program(MOLD_PROGRAM mold)
if(MOLD_PROGRAM)
    add_link_options(-fuse-ld=mold)
endif()

add_library(parcferme_flags INTERFACE)
target_compile_options(parcferme_flags INTERFACE -Wall -Wextra -Wconversion -ffp-contract=off)
if(PARCFERME_WARNINGS_AS_ERRORS)
    target_compile_options(parcferme_flags INTERFACE -Werror)
endif()
if(PARCFERME_SANITIZE)
    target_compile_options(parcferme_flags INTERFACE -fsanitize=${PARCFERME_SANITIZE} -fno-omit-frame-pointer
                                                     -fno-sanitize-recover=all)
    target_link_options(parcferme_flags INTERFACE -fsanitize=${PARCFERME_SANITIZE})
endif()
target_compile_definitions(parcferme_flags INTERFACE QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII
                                                     QT_NO_FOREACH QT_NO_KEYWORDS
                                                     QT_DISABLE_DEPRECATED_BEFORE=0x060400)

# parcferme_layer(name SOURCES ... LINKS ... [PRIVATE_LINKS ...])
# A static library of src/<name>, included as "<name>/File.h". The include path holds a link to this one folder
# only, so a layer cannot include what its LINKS do not reach.
function(parcferme_layer name)
    cmake_parse_arguments(arg "" "" "SOURCES;LINKS;PRIVATE_LINKS" ${ARGN})
    set(view "${CMAKE_BINARY_DIR}/layers/${name}")
    file(MAKE_DIRECTORY "${view}")
    file(CREATE_LINK "${CMAKE_CURRENT_SOURCE_DIR}" "${view}/${name}" SYMBOLIC)
    add_library(parcferme_${name} STATIC ${arg_SOURCES})
    target_include_directories(parcferme_${name} PUBLIC "${view}")
    target_link_libraries(parcferme_${name} PUBLIC ${arg_LINKS} PRIVATE parcferme_flags ${arg_PRIVATE_LINKS})
endfunction()

# From Qt 6.5 on its QTRY macros, which expand in the test's own code, count milliseconds of 64 bits in an int. Linked
# last, so that it stands behind what it takes back.
add_library(parcferme_test_flags INTERFACE)
if(Qt6_VERSION VERSION_GREATER_EQUAL 6.5)
    target_compile_options(parcferme_test_flags INTERFACE -Wno-conversion)
endif()

# parcferme_test(name SOURCES ... LINKS ...): one Qt Test program, run by ctest without a display.
function(parcferme_test name)
    cmake_parse_arguments(arg "" "" "SOURCES;LINKS" ${ARGN})
    add_executable(${name} ${arg_SOURCES})
    target_link_libraries(${name} PRIVATE parcferme_flags parcferme_test_support ${arg_LINKS} parcferme_test_flags)
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES
        TIMEOUT 600
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;OPENF1=off;WEATHER=off;LC_ALL=C.UTF-8;TZ=UTC;QT_LOGGING_RULES=parcferme.*=false")
endfunction()
