package dev.mote.device.budget;

import dev.mote.codegen.Core;
import dev.mote.device.board.ExecutedBlocks;
import dev.mote.device.board.ExecutedBlocks.Instruction;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cycles of Thumb instructions as in Arm's Technical Reference Manuals, with memory that answers at once: Cortex-M0 (DDI 0432C, table 3-1),
 * Cortex-M0+ (DDI 0484C, table 3-1), Cortex-M3 (DDI 0337), Cortex-M4 (DDI 0439, table 3-1).
 */
final class ArmCycles {
    private static final String CONDITIONS = "(eq|ne|cs|cc|mi|pl|vs|vc|hi|ls|ge|lt|gt|le|hs|lo)";
    private static final Pattern CONDITIONAL = Pattern.compile("b" + CONDITIONS + "|cbn?z");
    private static final Pattern RETURN = Pattern.compile("bx" + CONDITIONS + "?|blx");
    private static final Pattern RANGE = Pattern.compile("r(\\d+)-r(\\d+)");
    private static final Set<String> PRODUCTS_64 = Set.of("smull", "umull");
    private static final Set<String> SUMS_64 = Set.of("smlal", "umlal");

    private final Core core;
    private double cycles;
    private long instructions;

    ArmCycles(Core core) {
        this.core = core;
    }

    static boolean isBranch(Instruction instruction) {
        String name = name(instruction);
        return CONDITIONAL.matcher(name).matches()
                || RETURN.matcher(name).matches()
                || Set.of("b", "bl", "tbb", "tbh").contains(name)
                || loadsMany(name) && instruction.operands().contains("pc");
    }

    private static String name(Instruction instruction) {
        return instruction.mnemonic().replaceFirst("\\.[wn]$", "");
    }

    private static boolean loadsMany(String name) {
        return name.startsWith("pop") || name.startsWith("ldm");
    }

    void add(ExecutedBlocks.Block block, long count) {
        String before = "";
        for (Instruction instruction : block.instructions()) {
            boolean isLast = instruction.equals(block.instructions().getLast());
            cycles += count * of(instruction, before, isLast && block.taken());
            before = name(instruction);
        }
        instructions += count * block.instructions().size();
    }

    long instructions() {
        return instructions;
    }

    double perInstruction() {
        return cycles / instructions;
    }

    private double of(Instruction instruction, String before, boolean taken) {
        return switch (core) {
            case CORTEX_M0 -> small(instruction, taken, 3);
            case CORTEX_M0PLUS -> small(instruction, taken, 2);
            default -> large(instruction, before, taken);
        };
    }

    /** @param branch cycles of a taken branch */
    private double small(Instruction instruction, boolean taken, int branch) {
        String name = name(instruction);
        if (loadsMany(name) || name.startsWith("push") || name.startsWith("stm")) {
            boolean jumps = instruction.operands().contains("pc");
            return (jumps ? branch + 1 : 1) + registers(instruction);
        }
        if (isBranch(instruction)) {
            return name.equals("bl") ? branch + 1 : CONDITIONAL.matcher(name).matches() && !taken ? 1 : branch;
        }
        return name.startsWith("ldr") || name.startsWith("str") ? 2 : 1;
    }

    /** Cortex-M3 and M4. A taken branch refills the pipeline in 1 to 3 cycles: 2. */
    private double large(Instruction instruction, String before, boolean taken) {
        String name = name(instruction);
        int refill = taken ? 2 : 0;
        if (loadsMany(name) || name.startsWith("push") || name.startsWith("stm") || name.startsWith("vldm")) {
            return 1 + registers(instruction) + refill;
        }
        if (isBranch(instruction)) {
            return (name.startsWith("tb") ? 2 : 1) + refill;
        }
        return switch (name.replaceFirst("(s|u)div", "div")) {
            case "ldrd" -> 3;
            case "strd" -> 2;
            case "div" -> 6;
            case "mla", "mls" -> core == Core.CORTEX_M3 ? 2 : 1;
            default -> {
                if (core == Core.CORTEX_M3 && PRODUCTS_64.contains(name)) {
                    yield 4;
                }
                if (core == Core.CORTEX_M3 && SUMS_64.contains(name)) {
                    yield 5.5;
                }
                boolean loads = name.startsWith("ldr") || name.startsWith("vldr");
                // Loads that follow each other overlap; a store is left to the write buffer.
                yield loads && !(before.startsWith("ldr") && !before.equals("ldrd")) ? 2 : 1;
            }
        };
    }

    private static int registers(Instruction instruction) {
        String operands = instruction.operands();
        String list = operands.substring(operands.indexOf('{') + 1, operands.indexOf('}'))
                .replace("sl", "r10")
                .replace("fp", "r11")
                .replace("ip", "r12");
        int count = 0;
        for (String part : list.split(",")) {
            Matcher range = RANGE.matcher(part.strip());
            count += range.matches() ? Integer.parseInt(range.group(2)) - Integer.parseInt(range.group(1)) + 1 : 1;
        }
        return count;
    }
}
