package dev.mote.device.board;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What runs an image as its board would. */
sealed interface Emulator {
    /** Command line; the image finds so many samples in {@code samples.bin} of the folder that it is started in. */
    List<String> command(Path image, int samples);

    /**
     * Makes what {@link #command} needs in the folder of the images.
     *
     * @throws dev.mote.model.MissingToolException if it is not installed
     */
    void prepare(Path folder) throws IOException;

    /**
     * QEMU. Every executed instruction advances its clock by 2^6 = 64 ns.
     *
     * @param machine with its options
     */
    record Qemu(Tool program, List<String> machine) implements Emulator {
        /** log2 of the nanoseconds of an instruction. */
        private static final String SHIFT = "shift=6";

        static Qemu arm(String machine) {
            return new Qemu(new Tool("qemu-system-arm", List.of("qemu-system-arm")), List.of("-M", machine));
        }

        static Qemu riscv(String machine) {
            return new Qemu(
                    new Tool("qemu-system-riscv32", List.of("qemu-system-misc")),
                    List.of("-M", machine, "-bios", "none"));
        }

        @Override
        public List<String> command(Path image, int samples) {
            return Stream.of(
                            List.of(program.require()),
                            machine,
                            List.of("-icount", SHIFT, "-nographic", "-monitor", "none", "-serial", "none"),
                            List.of("-semihosting-config", "enable=on,target=native"),
                            List.of("-kernel", image.toString()))
                    .flatMap(List::stream)
                    .toList();
        }

        @Override
        public void prepare(Path folder) {
            program.require();
        }
    }

    /**
     * A program on simavr's library, compiled where it is needed. It counts cycles.
     *
     * @param mcu simavr's name of the chip
     */
    record Simavr(String mcu) implements Emulator {
        /** For start-up, and for each sample: more than four minutes of a chip at 16 MHz; its counter has 32 bits. */
        private static final long MOST_CYCLES = 1L << 32;

        @Override
        public void prepare(Path folder) throws IOException {
            SimavrHost.compile(folder);
        }

        @Override
        public List<String> command(Path image, int samples) {
            String program = image.resolveSibling(SimavrHost.PROGRAM).toString();
            return List.of(program, mcu, image.toString(), "samples.bin", String.valueOf(MOST_CYCLES * (samples + 1L)));
        }
    }
}
