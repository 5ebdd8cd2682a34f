package dev.mote.codegen;

import dev.mote.codegen.TensorGroups.Group;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorType;
import dev.mote.model.lowered.Program;
import dev.mote.model.lowered.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The blocks of one way to plan the arena: which outputs are in it, and which tensors move once they are made. A tensor that moves
 * has two blocks, one during the step that makes it and one from the next step on.
 */
final class ArenaBlocks {
    private final Program program;
    private final List<LayerCode> codes;
    private final List<MemoryBlock> blocks = new ArrayList<>();
    /** Index of the block in which readers find a tensor. */
    private final Map<Integer, Integer> read = new TreeMap<>();
    /** Index of the block in which it is made. */
    private final Map<Integer, Integer> written = new TreeMap<>();

    /** Bytes from the start of the block to the tensor. */
    private final Map<Integer, Integer> within = new TreeMap<>();

    private final SortedMap<Integer, Integer> scratch = new TreeMap<>();

    /**
     * @param groups of the tensors that are in the arena, in order of first use
     * @param moves steps after which their output moves; {@link #mayMove} says where it can
     */
    ArenaBlocks(Program program, List<LayerCode> codes, List<Group> groups, Set<Integer> moves) {
        this.program = program;
        this.codes = codes;
        for (Group group : groups) {
            add(group, moves.contains(group.first()) && mayMove(group));
        }
        for (int step = 0; step < codes.size(); step++) {
            int bytes = codes.get(step).scratchBytes();
            if (bytes > 0) {
                scratch.put(step, blocks.size());
                blocks.add(new MemoryBlock(List.of(), bytes, MemoryPlan.SCRATCH_ALIGNMENT, step, step));
            }
        }
    }

    /** Whether it is ours, read in a later step than that which makes it, and made of whole words. */
    boolean mayMove(Group group) {
        boolean isWords = group.bytes() % Integer.BYTES == 0;
        boolean isOne = group.isSimple()
                && group.bytes()
                        == program.graph().tensor(group.tensors().getFirst()).byteSize();
        return isWords && isOne && group.end() == Group.End.NONE && group.first() >= 0 && group.last() > group.first();
    }

    private void add(Group group, boolean moves) {
        int made = blocks.size();
        int first = group.tensors().getFirst();
        if (moves) {
            blocks.add(block(group, List.of(first), group.first(), group.first()));
        }
        group.tensors().forEach(tensor -> read.put(tensor, blocks.size()));
        group.tensors().forEach(tensor -> written.put(tensor, blocks.size()));
        within.putAll(group.offsets());
        written.put(first, made);
        blocks.add(block(group, group.tensors(), moves ? group.first() + 1 : group.first(), group.last()));
    }

    private MemoryBlock block(Group group, List<Integer> tensors, int first, int last) {
        Tensor tensor = program.graph().tensor(tensors.getFirst());
        int alignment = Math.max(ArenaPacking.ALIGNMENT, tensor.type().bytes());
        return new MemoryBlock(tensors, group.bytes(), alignment, first, last);
    }

    List<MemoryBlock> blocks() {
        return blocks;
    }

    /** Whether {@code tensor} is in the arena. */
    boolean holds(int tensor) {
        return read.containsKey(tensor);
    }

    /** Index of the block in which readers find {@code tensor}. */
    int read(int tensor) {
        return read.get(tensor);
    }

    /** Index of the block in which {@code tensor} is made. */
    int written(int tensor) {
        return written.get(tensor);
    }

    /** Bytes from the start of its block to {@code tensor}. */
    int within(int tensor) {
        return within.get(tensor);
    }

    /** Indices of blocks, by step. */
    SortedMap<Integer, Integer> scratch() {
        return scratch;
    }

    PackingTask task() {
        Map<PackingTask.Over, PackingTask.Lead> leads = new HashMap<>();
        for (int step = 0; step < codes.size(); step++) {
            addLeads(step, leads);
        }
        return new PackingTask(blocks, leads);
    }

    /** Where the output of a step may lie over an operand: the step reads it last, and its kernel allows it. */
    private void addLeads(int index, Map<PackingTask.Over, PackingTask.Lead> leads) {
        Step step = program.steps().get(index);
        Integer output = written.get(step.output());
        if (output == null || blocks.get(output).first() != index) {
            return;
        }
        SortedMap<Integer, PackingTask.Lead> ofOperands = codes.get(index).leads();
        ofOperands.forEach((position, lead) -> {
            int tensor = step.inputs().get(position);
            Integer operand = read.get(tensor);
            if (operand != null && mayTouch(index, output, operand, ofOperands.keySet())) {
                int apart = within.get(step.output()) - within.get(tensor);
                if (apart % lead.step() == 0) {
                    PackingTask.Lead ofBlocks = new PackingTask.Lead(lead.bytes() + apart, lead.step());
                    leads.merge(
                            new PackingTask.Over(output, operand),
                            ofBlocks.aligned(blocks.get(output).alignment()),
                            PackingTask.Lead::with);
                }
            }
        });
    }

    /** Whether {@code step} reads the block last, and of it only what is at {@code positions}, whose types C lets share bytes with the output. */
    private boolean mayTouch(int index, int output, int operand, Set<Integer> positions) {
        Step step = program.steps().get(index);
        boolean isKnown = true;
        for (int position = 0; position < step.inputs().size(); position++) {
            int tensor = step.inputs().get(position);
            boolean isThere = Integer.valueOf(operand).equals(read.get(tensor));
            isKnown &= !isThere || positions.contains(position) && mayAlias(tensor, step.output());
        }
        return isKnown
                && blocks.get(operand).last() == index
                && blocks.get(operand).alignment() == blocks.get(output).alignment();
    }

    /** C lets a compiler assume that elements of different types do not share bytes, unless those of one are bytes. */
    private boolean mayAlias(int first, int second) {
        Graph graph = program.graph();
        TensorType one = graph.tensor(first).type();
        TensorType other = graph.tensor(second).type();
        return one == other || one.bytes() == 1 || other.bytes() == 1;
    }
}
