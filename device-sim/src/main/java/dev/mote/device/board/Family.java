package dev.mote.device.board;

import java.util.List;
import java.util.stream.Stream;

/** Boards that share a compiler and start-up code. All files are those of {@code firmware-templates/boards}. */
enum Family {
    CORTEX_M(
            Toolchain.ARM,
            List.of("cortex-m/startup.c"),
            List.of("cortex-m/fault.c", "semihosting.c"),
            List.of("cortex-m/sections.ld", "cortex-m/cmsdk_timer.h", "semihosting.h")),
    RISCV(
            Toolchain.RISCV,
            List.of("virt/startup.c"),
            List.of("virt/fault.c", "semihosting.c"),
            List.of("virt/csr.h", "semihosting.h")),
    /** Start-up and linker script are those of avr-libc. */
    AVR(Toolchain.AVR, List.of(), List.of(), List.of());

    /** Vectors, parameters and what else stands in front leave so much of 64 KB. */
    private static final long AVR_NEAR_CONSTANTS = 60_000;

    /** Where linkers put the data space, apart from flash. */
    private static final int AVR_DATA = 0x800000;

    private final Toolchain toolchain;
    private final List<String> startup;
    private final List<String> inputOutput;
    private final List<String> others;

    Family(Toolchain toolchain, List<String> startup, List<String> inputOutput, List<String> others) {
        this.toolchain = toolchain;
        this.startup = startup;
        this.inputOutput = inputOutput;
        this.others = others;
    }

    Toolchain toolchain() {
        return toolchain;
    }

    /** C files of every image. */
    List<String> startup() {
        return startup;
    }

    /** C files of images that talk, besides the board's own. */
    List<String> inputOutput() {
        return inputOutput;
    }

    List<String> files() {
        return Stream.of(startup, inputOutput, others).flatMap(List::stream).toList();
    }

    /** Own scripts give the stack a section. */
    boolean hasOwnLinkerScript() {
        return this != AVR;
    }

    /** The least that the stack gets, in bytes; generated code and kernels need less. An overflow is found when it happens. */
    int leastStack() {
        return this == AVR ? 192 : 512;
    }

    /** Options of the linker for an image whose stack takes {@code stackBytes}. */
    List<String> linking(Board board, int stackBytes) {
        return switch (this) {
            case CORTEX_M, RISCV ->
                List.of("-nostartfiles", "-Lbench", "-Tbench/board.ld", "-Wl,--defsym=__stack_size=" + stackBytes);
            case AVR ->
                List.of(
                        "-Wl,--defsym=__TEXT_REGION_LENGTH__=" + board.flashBytes(),
                        "-Wl,--defsym=__DATA_REGION_ORIGIN__=" + (AVR_DATA + avrRegisters(board)),
                        "-Wl,--defsym=__DATA_REGION_LENGTH__=" + (board.ramBytes() - stackBytes));
        };
    }

    /** Bytes of the register file and the input and output registers, in front of the RAM. */
    private static int avrRegisters(Board board) {
        return board == Board.ATMEGA2560 ? 0x200 : 0x100;
    }

    /** By how much static data that ends at {@code address} is too long for AVR, beside a stack of {@code stackBytes}. */
    long avrExcess(Board board, int stackBytes, long address) {
        return address - AVR_DATA - avrRegisters(board) - board.ramBytes() + stackBytes;
    }

    /** Options of the compiler for a model with constants of {@code constantBytes}: plain pointers of AVR reach 64 KB of flash. */
    List<String> constants(long constantBytes) {
        return this == AVR && constantBytes > AVR_NEAR_CONSTANTS ? List.of("-DMOTE_CONST=const __memx") : List.of();
    }
}
