# One folder under src/ is one static library salient_<name> (style guide, section 1).

add_library(salient_flags INTERFACE)
target_compile_options(salient_flags INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow
  -Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual
  # GCC 12 warns falsely on std::string (GCC bug 105651), and more so from precompiled headers.
  "$<$<CXX_COMPILER_ID:GNU>:-Wno-restrict;-Wno-array-bounds;-Wno-stringop-overflow>")
if(SALIENT_DEV)
  target_compile_options(salient_flags INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Werror>)
endif()
if(SALIENT_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer -g1
    $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)  # false on variants under the sanitizers (GCC bug 105562)
  add_link_options(-fsanitize=address,undefined)
endif()

# What nearly every file includes is parsed once: a build from nothing takes a quarter less. Larger ones take longer to load than they
# save. Headers are compiled alone without it (all_verify_interface_header_sets), and so is all that the fuzz preset builds.
if(SALIENT_PRECOMPILE)
  file(GENERATE OUTPUT ${CMAKE_BINARY_DIR}/precompiled.cpp CONTENT "// Carries the precompiled headers.\n")
  add_library(salient_precompiled OBJECT ${CMAKE_BINARY_DIR}/precompiled.cpp)
  target_link_libraries(salient_precompiled PRIVATE salient_flags)
  target_precompile_headers(salient_precompiled PRIVATE <algorithm> <array> <charconv> <cmath> <cstdint> <filesystem> <functional> <map>
    <memory> <optional> <set> <span> <string> <string_view> <system_error> <tuple> <unordered_map> <utility> <variant> <vector>)
endif()
function(salient_precompiled_headers target)
  if(SALIENT_PRECOMPILE)
    target_precompile_headers(${target} REUSE_FROM salient_precompiled)
  endif()
endfunction()

# salient_module(NAME [DEPENDS module…] [LINK target…] [LINK_PUBLIC target…])
# DEPENDS are other modules, LINK third-party targets, LINK_PUBLIC those that the module's own headers name; every *.cpp and *.hpp of
# the folder belongs to it.
function(salient_module name)
  cmake_parse_arguments(ARG "" "" "DEPENDS;LINK;LINK_PUBLIC" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  file(GLOB headers CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.hpp)
  if(NOT sources)
    file(WRITE ${CMAKE_CURRENT_BINARY_DIR}/${name}_empty.cpp "// ${name} has headers only\n")
    set(sources ${CMAKE_CURRENT_BINARY_DIR}/${name}_empty.cpp)
  endif()
  add_library(salient_${name} STATIC ${sources})
  target_sources(salient_${name} PUBLIC FILE_SET HEADERS BASE_DIRS ${CMAKE_SOURCE_DIR}/src FILES ${headers})
  target_include_directories(salient_${name} PUBLIC ${CMAKE_SOURCE_DIR}/src)
  target_link_libraries(salient_${name} PRIVATE salient_flags)
  salient_precompiled_headers(salient_${name})
  foreach(dep ${ARG_DEPENDS})
    target_link_libraries(salient_${name} PUBLIC salient_${dep})
  endforeach()
  target_link_libraries(salient_${name} PRIVATE ${ARG_LINK} PUBLIC ${ARG_LINK_PUBLIC})
endfunction()

# salient_tests(NAME): *_test.cpp of this folder become <name>_tests (label unit), *_gltest.cpp <name>_gltests (label gl).
function(salient_tests name)
  cmake_parse_arguments(ARG "" "" "LINK" ${ARGN})
  foreach(kind test gltest)
    file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*_${kind}.cpp)
    if(NOT sources)
      continue()
    endif()
    set(target ${name}_${kind}s)
    file(GLOB support CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*_support.cpp)
    add_executable(${target} ${sources} ${support})
    target_link_libraries(${target} PRIVATE salient_flags salient_catch_main ${ARG_LINK})
    salient_precompiled_headers(${target})
    if(TARGET salient_${name})
      target_link_libraries(${target} PRIVATE salient_${name})
    endif()
    add_test(NAME ${target} COMMAND ${target})
    set_tests_properties(${target} PROPERTIES LABELS $<IF:$<STREQUAL:${kind},gltest>,gl,unit>
      TIMEOUT 300 ENVIRONMENT "SALIENT_DATA=${CMAKE_BINARY_DIR}/share/salient")
  endforeach()
endfunction()
