# The history of the tests, read for tests and benchmarks.
if(NOT TARGET parcferme_test_history)
    set(PARCFERME_HISTORY "${CMAKE_SOURCE_DIR}/tests/data/history" CACHE PATH
        "Folder of the CSV files that tests and benchmarks read")
    add_library(parcferme_test_history STATIC "${CMAKE_CURRENT_LIST_DIR}/History.cpp"
        "${CMAKE_CURRENT_LIST_DIR}/Races.cpp")
    target_include_directories(parcferme_test_history PUBLIC "${CMAKE_CURRENT_LIST_DIR}")
    target_compile_definitions(parcferme_test_history PRIVATE PARCFERME_HISTORY="${PARCFERME_HISTORY}")
    target_link_libraries(parcferme_test_history PUBLIC parcferme_predictor PRIVATE parcferme_flags)
endif()
