package dev.mote.device.board;

import dev.mote.codegen.CProject;
import dev.mote.codegen.Codegen;
import dev.mote.codegen.Goal;
import dev.mote.codegen.ModelSource;
import dev.mote.codegen.ProjectKind;
import dev.mote.codegen.Target;
import dev.mote.device.Leftovers;
import dev.mote.model.graph.Graph;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the kernels of a model execute on an emulated Cortex-M: QEMU logs each block of instructions that it enters, and the disassembly
 * says what is in it.
 */
public final class ExecutedBlocks {
    private static final Pattern FUNCTION = Pattern.compile("^(\\p{XDigit}+) <(.+)>:");
    private static final Pattern LINE = Pattern.compile("^ *(\\p{XDigit}+):\\t([\\p{XDigit} ]+)\\t(\\S+)\\s*(.*)$");
    private static final Pattern ENTERED = Pattern.compile("^Trace \\d+: \\S+ \\[\\p{XDigit}+/(\\p{XDigit}+)/.*");

    /** QEMU's blocks end at such addresses, and after so many instructions. */
    private static final int PAGE = 1024;

    private static final int LONGEST = 60;
    private static final int STACK = 4096;

    /** @param operands as objdump writes them */
    public record Instruction(int address, int bytes, String mnemonic, String operands, String function) {
        int next() {
            return address + bytes;
        }
    }

    /**
     * Instructions that follow each other.
     *
     * @param taken whether the last one, a branch, led elsewhere
     */
    public record Block(List<Instruction> instructions, boolean taken) {
        public Block {
            instructions = List.copyOf(instructions);
        }
    }

    private record Step(int from, int to) {}

    private final Predicate<Instruction> endsBlock;
    private final Map<Integer, Instruction> code = new HashMap<>();
    private final Map<Step, Long> steps = new HashMap<>();
    private final Set<String> kernels = new HashSet<>();

    private ExecutedBlocks(Predicate<Instruction> endsBlock) {
        this.endsBlock = endsBlock;
    }

    /** @param endsBlock whether an instruction is a branch */
    public static ExecutedBlocks of(Graph graph, Board board, Predicate<Instruction> endsBlock) {
        Installed.require(board);
        ExecutedBlocks blocks = new ExecutedBlocks(endsBlock);
        try {
            Path folder = Leftovers.createFolder("mote-trace-");
            try {
                blocks.trace(graph, board, folder);
            } finally {
                Leftovers.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return blocks;
    }

    private void trace(Graph graph, Board board, Path folder) throws IOException {
        ModelSource source = new ModelSource("model.tflite", new byte[0]);
        CProject project =
                Codegen.generate(graph, source, new Target("model", ProjectKind.PLAIN, board.core(), Goal.SPEED));
        BoardBuild build = new BoardBuild(folder, "model", project, board, Goal.SPEED);
        build.compile();
        Path image = build.image("bench.c", STACK);
        Files.write(folder.resolve("samples.bin"), Codegen.testInputs(graph).getFirst());
        String compiler = board.family().toolchain().compiler();
        for (String file : project.files().keySet()) {
            if (file.endsWith(".c")) {
                String object = file.replaceFirst("\\.c$", ".o");
                lines(folder, List.of(compiler.replaceFirst("gcc$", "nm"), object), line -> {
                    String[] words = line.strip().split("\\s+");
                    if (words.length == 3 && words[1].equalsIgnoreCase("t")) {
                        kernels.add(words[2]);
                    }
                });
            }
        }
        disassemble(folder, List.of(compiler.replaceFirst("gcc$", "objdump"), "-d", image.toString()));
        List<String> command = new ArrayList<>(board.emulator().command(image, 1));
        command.addAll(List.of("-d", "exec,nochain", "-D", "/dev/stdout"));
        int[] last = {-1};
        lines(folder, command, line -> {
            Matcher entered = ENTERED.matcher(line);
            if (entered.matches()) {
                int address = Integer.parseUnsignedInt(entered.group(1), 16);
                steps.merge(new Step(last[0], address), 1L, Long::sum);
                last[0] = address;
            }
        });
    }

    private void disassemble(Path folder, List<String> command) throws IOException {
        String[] function = {""};
        lines(folder, command, line -> {
            Matcher head = FUNCTION.matcher(line);
            Matcher instruction = LINE.matcher(line);
            if (head.find()) {
                function[0] = head.group(2);
            } else if (instruction.find()) {
                int address = Integer.parseUnsignedInt(instruction.group(1), 16);
                int bytes = instruction.group(2).replace(" ", "").length() / 2;
                code.put(
                        address,
                        new Instruction(address, bytes, instruction.group(3), instruction.group(4), function[0]));
            }
        });
    }

    private static void lines(Path folder, List<String> command, Consumer<String> each) throws IOException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader reader = process.inputReader(StandardCharsets.ISO_8859_1)) {
            reader.lines().forEach(each);
        }
    }

    /** Each block of the kernels, with how often it was executed. */
    public void forEach(ObjLongConsumer<Block> consumer) {
        steps.forEach((step, count) -> {
            Block block = block(step);
            if (!block.instructions().isEmpty()
                    && kernels.contains(block.instructions().getFirst().function())) {
                consumer.accept(block, count);
            }
        });
    }

    private Block block(Step step) {
        List<Instruction> instructions = new ArrayList<>();
        Instruction next = code.get(step.from());
        while (next != null) {
            instructions.add(next);
            if (endsBlock.test(next)) {
                return new Block(instructions, step.to() != next.next());
            }
            boolean isCut = next.next() % PAGE == 0 || instructions.size() >= LONGEST;
            if (next.next() == step.to() && isCut) {
                break;
            }
            next = code.get(next.next());
        }
        return new Block(instructions, false);
    }
}
