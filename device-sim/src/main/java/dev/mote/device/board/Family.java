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
            List.of("virt/csr.h", "semihosting.h"));

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

    /** Options of the linker for an image whose stack takes {@code stackBytes}. */
    List<String> linking(int stackBytes) {
        return List.of("-nostartfiles", "-Lbench", "-Tbench/board.ld", "-Wl,--defsym=__stack_size=" + stackBytes);
    }
}
