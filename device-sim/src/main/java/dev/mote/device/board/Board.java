package dev.mote.device.board;

import dev.mote.codegen.Core;
import dev.mote.model.BadInputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A board that an emulator stands for: its memory, its compiler, and the start-up code in {@code firmware-templates/boards}. */
public enum Board {
    MICROBIT(
            "microbit",
            Core.CORTEX_M0,
            256 * Board.KIB,
            16 * Board.KIB,
            Family.CORTEX_M,
            List.of("-mcpu=cortex-m0", "-mthumb"),
            Emulator.Qemu.arm("microbit"),
            "microbit",
            new Clock(125, 128)),
    MPS2_AN385(
            "mps2-an385",
            Core.CORTEX_M3,
            4096 * Board.KIB,
            4096 * Board.KIB,
            Family.CORTEX_M,
            List.of("-mcpu=cortex-m3", "-mthumb"),
            Emulator.Qemu.arm("mps2-an385"),
            "mps2",
            new Clock(5, 8)),
    MPS2_AN386(
            "mps2-an386",
            Core.CORTEX_M4,
            4096 * Board.KIB,
            4096 * Board.KIB,
            Family.CORTEX_M,
            List.of("-mcpu=cortex-m4", "-mthumb", "-mfloat-abi=hard", "-mfpu=fpv4-sp-d16"),
            Emulator.Qemu.arm("mps2-an386"),
            "mps2",
            new Clock(5, 8)),
    MPS2_AN500(
            "mps2-an500",
            Core.CORTEX_M7,
            4096 * Board.KIB,
            4096 * Board.KIB,
            Family.CORTEX_M,
            List.of("-mcpu=cortex-m7", "-mthumb", "-mfloat-abi=hard", "-mfpu=fpv5-d16"),
            Emulator.Qemu.arm("mps2-an500"),
            "mps2",
            new Clock(5, 8)),
    MPS2_AN505(
            "mps2-an505",
            Core.CORTEX_M33,
            4096 * Board.KIB,
            2048 * Board.KIB,
            Family.CORTEX_M,
            List.of("-mcpu=cortex-m33", "-mthumb", "-mfloat-abi=hard", "-mfpu=fpv5-sp-d16"),
            Emulator.Qemu.arm("mps2-an505"),
            "mps2-an505",
            new Clock(25, 32)),
    MPS3_AN547(
            "mps3-an547",
            Core.CORTEX_M55,
            512 * Board.KIB,
            512 * Board.KIB,
            Family.CORTEX_M,
            List.of("-mcpu=cortex-m55", "-mthumb", "-mfloat-abi=hard", "-mfpu=auto"),
            Emulator.Qemu.arm("mps3-an547"),
            "mps3-an547",
            new Clock(125, 256)),
    VIRT(
            "virt",
            Core.RV32IMC,
            8192 * Board.KIB,
            8192 * Board.KIB,
            Family.RISCV,
            List.of("-march=rv32imc", "-mabi=ilp32"),
            Emulator.Qemu.riscv("virt"),
            "virt",
            new Clock(1, 1)),
    ATMEGA328P(
            "atmega328p",
            Core.AVR,
            32 * Board.KIB,
            2 * Board.KIB,
            Family.AVR,
            List.of("-mmcu=atmega328p"),
            new Emulator.Simavr("atmega328p"),
            "avr",
            new Clock(1, 1)),
    ATMEGA2560(
            "atmega2560",
            Core.AVR,
            256 * Board.KIB,
            8 * Board.KIB,
            Family.AVR,
            List.of("-mmcu=atmega2560"),
            new Emulator.Simavr("atmega2560"),
            "avr",
            new Clock(1, 1));

    private static final int KIB = 1024;

    /** Instructions, cycles on AVR, of so many ticks of the counter that {@code board_count} reads. */
    record Clock(long instructions, long ticks) {
        long instructions(long counted) {
            return Math.round((double) counted * instructions / ticks);
        }
    }

    private final String option;
    private final Core core;
    private final int flashBytes;
    private final int ramBytes;
    private final Family family;
    private final List<String> options;
    private final Emulator emulator;
    private final String folder;
    private final Clock clock;

    Board(
            String option,
            Core core,
            int flashBytes,
            int ramBytes,
            Family family,
            List<String> options,
            Emulator emulator,
            String folder,
            Clock clock) {
        this.option = option;
        this.core = core;
        this.flashBytes = flashBytes;
        this.ramBytes = ramBytes;
        this.family = family;
        this.options = options;
        this.emulator = emulator;
        this.folder = folder;
        this.clock = clock;
    }

    /** @throws BadInputException if no board is called {@code option} */
    public static Board of(String option) {
        return Arrays.stream(values())
                .filter(board -> board.option.equals(option))
                .findFirst()
                .orElseThrow(() -> new BadInputException("--board \"" + option + "\": is not known, expected one of "
                        + Arrays.stream(values()).map(Board::option).collect(Collectors.joining(", ")) + " or all"));
    }

    /**
     * Makes what its emulator needs in the folder of the images.
     *
     * @throws dev.mote.model.MissingToolException with its packages if the compiler or the emulator is not installed
     */
    void prepare(Path folder) throws IOException {
        family.toolchain().compiler();
        emulator.prepare(folder);
    }

    /** As on the command line: the emulator's own name of it. */
    public String option() {
        return option;
    }

    public Core core() {
        return core;
    }

    public int flashBytes() {
        return flashBytes;
    }

    public int ramBytes() {
        return ramBytes;
    }

    Family family() {
        return family;
    }

    /** Of the compiler: the core. */
    List<String> options() {
        return options;
    }

    Emulator emulator() {
        return emulator;
    }

    /** Its own in {@code firmware-templates/boards}. */
    List<String> files() {
        String code = folder + "/board.c";
        return family.hasOwnLinkerScript() ? List.of(code, folder + "/board.ld") : List.of(code);
    }

    Clock clock() {
        return clock;
    }
}
