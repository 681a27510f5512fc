# Brings the catalogues up to the source: English holds the plural forms only, every other language all of it. What
# only the command line and the HTTP API say (src/cli, src/service, the rest of src/export) is English and in none.
#   cmake -DLUPDATE=PROGRAM -P Catalogues.cmake              (target update_catalogues)
#   cmake -DLUPDATE=PROGRAM -DCHECK=FOLDER -P Catalogues.cmake    fails where they are not up to it, and changes nothing
cmake_minimum_required(VERSION 3.25)
get_filename_component(root "${CMAKE_CURRENT_LIST_DIR}/../.." ABSOLUTE)
set(scanned ui src/domain src/export/Calendar.cpp src/picture src/tables src/tracker src/source src/store src/stamp src/core)
set(problems "")

foreach(language en de)
    set(kept "${CMAKE_CURRENT_LIST_DIR}/parcferme_${language}.ts")
    set(catalogue "${kept}")
    if(CHECK)
        file(MAKE_DIRECTORY "${CHECK}")
        set(catalogue "${CHECK}/parcferme_${language}.ts")
        file(COPY_FILE "${kept}" "${catalogue}")
    endif()
    set(only "")
    if(language STREQUAL en)
        set(only -pluralonly)
    endif()
    execute_process(
        COMMAND "${LUPDATE}" -silent -I src -I . -locations none -no-obsolete ${only} -recursive ${scanned}
                -ts "${catalogue}"
        WORKING_DIRECTORY "${root}" OUTPUT_VARIABLE said ERROR_VARIABLE said RESULT_VARIABLE status)
    # "lacks Q_OBJECT": a tr() whose context at run time is another one, so that its translation is never found.
    if(NOT status EQUAL 0 OR said MATCHES "lacks|unknown namespace|without context")
        string(APPEND problems "lupdate: ${said}\n")
    endif()
    if(CHECK)
        file(READ "${catalogue}" now)
        file(READ "${kept}" before)
        string(REGEX MATCHALL "<source>[^<]*</source>[^s]*<translation type=\"unfinished\">" missing "${now}")
        foreach(text IN LISTS missing)
            string(REGEX REPLACE "<source>([^<]*)</source>.*" "\\1" text "${text}")
            string(APPEND problems "${language}: not translated: ${text}\n")
        endforeach()
        if(now MATCHES "type=\"unfinished\"" AND NOT missing)
            string(APPEND problems "${language}: there are untranslated texts\n")
        endif()
        if(NOT now STREQUAL before)
            string(APPEND problems "${language}: not up to the source; build the target update_catalogues\n")
        endif()
    endif()
endforeach()

if(problems)
    message(FATAL_ERROR "${problems}")
endif()
