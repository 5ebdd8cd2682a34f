package dev.mote.codegen;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What a layer becomes in C. A layer without calls is one that only moves a whole tensor, which the memory plan decides about.
 *
 * @param notes lines for the comment above the layer
 */
record LayerCode(List<ConstantArray> constants, List<Call> calls, List<String> notes) {

    /**
     * One call of a kernel.
     *
     * @param parametersName name of the parameter struct
     * @param initializer of that struct, without braces
     * @param parameterBytes size of the struct where pointers have 32 bits
     * @param operands positions among the layer's inputs
     * @param outputOffset first element of the output tensor that it writes
     * @param scratchBytes memory that it needs while it runs, aligned to {@link MemoryPlan#SCRATCH_ALIGNMENT}
     * @param overlap what it allows, in the order of {@code operands}
     */
    record Call(
            Kernel kernel,
            String parametersName,
            String initializer,
            int parameterBytes,
            List<Integer> operands,
            int outputOffset,
            int scratchBytes,
            Overlap overlap) {
        /** Without scratch or overlap. */
        Call(
                Kernel kernel,
                String parametersName,
                String initializer,
                int parameterBytes,
                List<Integer> operands,
                int outputOffset) {
            this(kernel, parametersName, initializer, parameterBytes, operands, outputOffset, 0, Overlap.NONE);
        }
    }

    LayerCode {
        constants = List.copyOf(constants);
        calls = List.copyOf(calls);
        notes = List.copyOf(notes);
    }

    static LayerCode of(
            List<ConstantArray> constants, List<String> notes, Kernel kernel, String name, int bytes, String text) {
        return new LayerCode(constants, List.of(new Call(kernel, name, text, bytes, List.of(0), 0)), notes);
    }

    /** The same, whose only call needs {@code bytes} of scratch. */
    LayerCode withScratch(int bytes) {
        return with(bytes, calls.getFirst().overlap());
    }

    /** The same, whose only call allows {@code overlap}. */
    LayerCode withOverlap(Overlap overlap) {
        return with(calls.getFirst().scratchBytes(), overlap);
    }

    private LayerCode with(int scratchBytes, Overlap overlap) {
        Call call = calls.getFirst();
        return new LayerCode(
                constants,
                List.of(new Call(
                        call.kernel(),
                        call.parametersName(),
                        call.initializer(),
                        call.parameterBytes(),
                        call.operands(),
                        call.outputOffset(),
                        scratchBytes,
                        overlap)),
                notes);
    }

    /** The same without some of its calls. */
    LayerCode without(List<Integer> needless) {
        List<Call> needed = IntStream.range(0, calls.size())
                .filter(i -> !needless.contains(i))
                .mapToObj(calls::get)
                .toList();
        return new LayerCode(constants, needed, notes);
    }

    /** By operand of the layer; none where its output must not touch them. Of several calls nobody knows what they read together. */
    SortedMap<Integer, PackingTask.Lead> leads() {
        SortedMap<Integer, PackingTask.Lead> leads = new TreeMap<>();
        if (calls.size() == 1) {
            Call call = calls.getFirst();
            for (int i = 0; i < call.overlap().leads().size(); i++) {
                leads.put(
                        call.operands().get(i),
                        new PackingTask.Lead(
                                call.overlap().leads().get(i), call.overlap().step()));
            }
        }
        return leads;
    }

    /** What the calls need, one after the other. */
    int scratchBytes() {
        return calls.stream().mapToInt(Call::scratchBytes).max().orElse(0);
    }
}
