package dev.mote.device.board;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What runs an image as its board would. */
sealed interface Emulator {
    /** @throws dev.mote.model.MissingToolException if it is not installed */
    void requireInstalled();

    /** Command line; the image finds {@code samples.bin} in the folder that it is started in. */
    List<String> command(Path image);

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
        public void requireInstalled() {
            program.require();
        }

        @Override
        public List<String> command(Path image) {
            return Stream.of(
                            List.of(program.require()),
                            machine,
                            List.of("-icount", SHIFT, "-nographic", "-monitor", "none", "-serial", "none"),
                            List.of("-semihosting-config", "enable=on,target=native"),
                            List.of("-kernel", image.toString()))
                    .flatMap(List::stream)
                    .toList();
        }
    }
}
