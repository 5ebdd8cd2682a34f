# Toolchain file for Cortex-M: cmake -B build-arm -DCMAKE_TOOLCHAIN_FILE=cmake/arm-none-eabi.cmake -DMOTE_CORE=@core@
set(CMAKE_SYSTEM_NAME Generic)
set(CMAKE_SYSTEM_PROCESSOR arm)

set(MOTE_CORE @core@ CACHE STRING "Core to build for")
set_property(CACHE MOTE_CORE PROPERTY STRINGS
    cortex-m0 cortex-m0plus cortex-m3 cortex-m4 cortex-m7 cortex-m33 cortex-m55)
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES MOTE_CORE)

# Cores with a floating-point unit pass floats in its registers. A Cortex-M33 may lack one: choose cortex-m33+nofp.
if(MOTE_CORE MATCHES "^cortex-m(0|0plus|1|3|23)$" OR MOTE_CORE MATCHES "nofp")
    set(mote_float_abi soft)
else()
    set(mote_float_abi hard)
endif()

set(CMAKE_C_COMPILER arm-none-eabi-gcc)
set(CMAKE_C_FLAGS_INIT "-mcpu=${MOTE_CORE} -mthumb -mfloat-abi=${mote_float_abi}")
# Enough to link; a board brings its start-up code, its linker script and its way to print.
set(CMAKE_EXE_LINKER_FLAGS_INIT "--specs=nano.specs --specs=nosys.specs -Wl,--gc-sections")

set(CMAKE_TRY_COMPILE_TARGET_TYPE STATIC_LIBRARY)
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
