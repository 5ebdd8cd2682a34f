package dev.mote.codegen;

import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Tensor;
import dev.mote.model.lowered.Broadcast;
import dev.mote.model.lowered.FloatLayer;
import dev.mote.model.lowered.Int16Layer;
import dev.mote.model.lowered.Int8Layer;
import dev.mote.model.lowered.IntegerLayer;
import dev.mote.model.lowered.Layer;
import dev.mote.model.lowered.MovementLayer;
import dev.mote.model.lowered.Program;
import dev.mote.model.lowered.StateLayer;
import dev.mote.model.lowered.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/** Which tensors share their bytes, and from which step to which step these are in use. */
final class TensorGroups {

    /**
     * Tensors in the same bytes. {@code position} is that of the graph input or output that the caller holds.
     *
     * @param offsets of the tensors in the group, in bytes; the first one is made first
     * @param bytes of all of them together
     */
    record Group(SequencedMap<Integer, Integer> offsets, int bytes, int first, int last, End end, int position) {
        enum End {
            NONE,
            INPUT,
            OUTPUT
        }

        Group {
            offsets = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(offsets));
        }

        List<Integer> tensors() {
            return List.copyOf(offsets.keySet());
        }

        boolean isCallerInput() {
            return end == End.INPUT;
        }

        boolean isCallerOutput() {
            return end == End.OUTPUT;
        }

        /** Whether all tensors have all bytes. */
        boolean isSimple() {
            return offsets.values().stream().allMatch(offset -> offset == 0);
        }

        /** With {@code other} from byte {@code offset} on; it reaches no further than this one, or this one no further than it. */
        private Group with(Group other, int offset) {
            SequencedMap<Integer, Integer> all = new LinkedHashMap<>(first <= other.first ? offsets : Map.of());
            other.offsets.forEach((tensor, at) -> all.put(tensor, offset + at));
            offsets.forEach(all::putIfAbsent);
            Group named = end == End.NONE ? other : this;
            return new Group(
                    all,
                    Math.max(bytes, other.bytes),
                    Math.min(first, other.first),
                    Math.max(last, other.last),
                    named.end,
                    named.position);
        }
    }

    private final Graph graph;
    private final List<Step> steps;
    private final List<Join> joins;
    private final List<Join> joined = new ArrayList<>();
    private final TreeMap<Integer, Group> groupOf = new TreeMap<>();

    private TensorGroups(Program program, List<Join> joins) {
        this.graph = program.graph();
        this.steps = program.steps();
        this.joins = joins;
    }

    /** @param joins that are wanted */
    static TensorGroups of(Program program, List<Join> joins) {
        TensorGroups groups = new TensorGroups(program, joins);
        groups.collect();
        return groups;
    }

    /** Those that are wanted and possible. */
    List<Join> joined() {
        return joined;
    }

    /** Each group once. */
    List<Group> all() {
        return groupOf.values().stream().distinct().toList();
    }

    private void collect() {
        for (int tensor : graph.inputs()) {
            if (!graph.tensor(tensor).isConstant()) {
                groupOf.putIfAbsent(tensor, single(tensor, MemoryBlock.BEFORE_RUN));
            }
        }
        for (int step = 0; step < steps.size(); step++) {
            add(steps.get(step), step);
        }
    }

    private void add(Step step, int index) {
        Group output = single(step.output(), index);
        for (int operand : sharable(step.layer(), step.inputs())) {
            Group group = groupOf.get(operand);
            if (group != null && mayShare(step.layer(), operand, output, index)) {
                output = group.with(output, group.offsets().get(operand));
                break;
            }
        }
        for (Join join : joins) {
            if (join.step() == index) {
                output = join(join, output);
            }
        }
        for (int tensor : output.tensors()) {
            groupOf.put(tensor, output);
        }
    }

    /** @return the group of the step's output */
    private Group join(Join join, Group output) {
        boolean isPart = output.offsets().containsKey(join.part());
        Group operand = groupOf.get(isPart ? join.whole() : join.part());
        if (operand == null) {
            return output;
        }
        if (isPart && output.end() == Group.End.NONE) {
            joined.add(join);
            return operand.with(output, operand.offsets().get(join.whole()) + join.offset());
        }
        boolean isAlone = operand.end() == Group.End.NONE
                && operand.bytes() == graph.tensor(join.part()).byteSize()
                && operand.first() > MemoryBlock.BEFORE_RUN
                && !output.offsets().containsKey(join.part());
        if (!isPart && isAlone) {
            joined.add(join);
            return output.with(operand, join.offset());
        }
        return output;
    }

    private Group single(int tensor, int first) {
        int input = graph.inputs().indexOf(tensor);
        int output = graph.outputs().indexOf(tensor);
        Group.End end = input >= 0 ? Group.End.INPUT : output >= 0 ? Group.End.OUTPUT : Group.End.NONE;
        SequencedMap<Integer, Integer> alone = new LinkedHashMap<>();
        alone.put(tensor, 0);
        int bytes = Math.toIntExact(graph.tensor(tensor).byteSize());
        return new Group(alone, bytes, first, Math.max(first, lastUse(tensor)), end, Math.max(input, output));
    }

    private int lastUse(int tensor) {
        if (graph.outputs().contains(tensor)) {
            return steps.size();
        }
        int last = MemoryBlock.BEFORE_RUN;
        for (int step = 0; step < steps.size(); step++) {
            if (steps.get(step).inputs().contains(tensor)) {
                last = step;
            }
        }
        return last;
    }

    /** The operands whose bytes the output may take. */
    private List<Integer> sharable(Layer layer, List<Integer> operands) {
        return switch (layer) {
            case MovementLayer.Copy copy -> operands;
            case Int8Layer.Lookup lookup -> operands;
            case Int8Layer.Softmax softmax -> operands;
            case Int8Layer.LogSoftmax softmax -> operands;
            case Int8Layer.L2Normalization norm -> operands;
            case Int8Layer.AddN sum -> operands;
            case Int8Layer.Prelu prelu -> prelu.broadcast().isFirstWhole() ? operands.subList(0, 1) : List.of();
            case Int8Layer.Binary binary -> whole(binary.broadcast(), operands);
            case Int8Layer.Conv2d conv -> List.of();
            case Int8Layer.DepthwiseConv2d conv -> List.of();
            case Int8Layer.FullyConnected dense -> List.of();
            case Int8Layer.TransposeConv conv -> List.of();
            case Int8Layer.BatchMatmul matmul -> List.of();
            case Int8Layer.Pool2d pool -> List.of();
            case Int8Layer.Sum sum -> List.of();
            case Int8Layer.Extreme extreme -> List.of();
            case Int16Layer.Prelu prelu -> prelu.broadcast().isFirstWhole() ? operands.subList(0, 1) : List.of();
            case Int16Layer int16 -> Int16Emitters.overwrites(int16) ? operands : List.of();
            case MovementLayer.StridedCopy copy -> List.of();
            case MovementLayer.Gather gather -> List.of();
            case MovementLayer.GatherComputed gather -> List.of();
            case MovementLayer.GatherRows gather -> List.of();
            case MovementLayer.UpdateSlice update ->
                update.part().equals(update.input()) ? List.of() : operands.subList(0, 1);
            case MovementLayer.BroadcastShapes shapes -> List.of();
            case MovementLayer.Resample resample -> List.of();
            case MovementLayer.SpaceToBatch space -> List.of();
            case MovementLayer.BatchToSpace batch -> List.of();
            case Int8Layer.ResizeBilinear resize -> List.of();
            case Int8Layer.CumulativeSum sum -> operands;
            case FloatLayer.CumulativeSum sum -> operands;
            case MovementLayer.MirrorPad pad -> List.of();
            case MovementLayer.Store store -> List.of();
            case MovementLayer.Pad pad -> List.of();
            case MovementLayer.Concatenate concatenate -> List.of();
            case FloatLayer.Unary unary -> operands;
            case FloatLayer.LeakyRelu leaky -> operands;
            case FloatLayer.Softmax softmax -> operands;
            case FloatLayer.LogSoftmax softmax -> operands;
            case FloatLayer.L2Normalization norm -> operands;
            case FloatLayer.AddN sum -> operands;
            case FloatLayer.Prelu prelu -> prelu.broadcast().isFirstWhole() ? operands.subList(0, 1) : List.of();
            case FloatLayer.Binary binary -> whole(binary.broadcast(), operands);
            case StateLayer state -> List.of();
            case FloatLayer floating -> List.of();
            case IntegerLayer.Rescale rescale -> operands;
            case IntegerLayer.Not not -> operands;
            case IntegerLayer.Compare compare -> compare.broadcast().isElementwise() ? operands : List.of();
            case IntegerLayer.Connect connect -> connect.broadcast().isElementwise() ? operands : List.of();
            case IntegerLayer.Select select -> select.spread().isElementwise() ? operands : List.of();
            case IntegerLayer.Binary binary -> binary.broadcast().isElementwise() ? operands : List.of();
            case IntegerLayer integer -> List.of();
        };
    }

    /** Those that are read once, where the output is written. */
    private static List<Integer> whole(Broadcast broadcast, List<Integer> operands) {
        if (broadcast.isElementwise()) {
            return operands;
        }
        return broadcast.isFirstWhole() ? operands.subList(0, 1) : List.of();
    }

    /** Whether another operand of the step is among the bytes of {@code tensor} and elsewhere than it. */
    private boolean isMixed(int step, int tensor) {
        Group group = groupOf.get(tensor);
        return steps.get(step).inputs().stream()
                .filter(other -> group.offsets.containsKey(other))
                .anyMatch(other -> !group.offsets.get(other).equals(group.offsets.get(tensor))
                        || graph.tensor(other).byteSize()
                                != graph.tensor(tensor).byteSize());
    }

    /** A view needs bytes that nobody else names; a layer that writes needs, besides, bytes that are ours and read no more. */
    private boolean mayShare(Layer layer, int tensor, Group output, int step) {
        Group operand = groupOf.get(tensor);
        Tensor source = graph.tensor(tensor);
        Tensor target = graph.tensor(output.offsets.firstEntry().getKey());
        if (source.type() != target.type() || source.byteSize() != target.byteSize()) {
            return false;
        }
        boolean bothNamed = operand.end != Group.End.NONE && output.end != Group.End.NONE;
        boolean isView = layer instanceof MovementLayer.Copy;
        boolean isWhole = output.end == Group.End.NONE || operand.bytes == output.bytes;
        return !bothNamed
                && isWhole
                && (isView || operand.last == step && !operand.isCallerInput() && !isMixed(step, tensor));
    }
}
