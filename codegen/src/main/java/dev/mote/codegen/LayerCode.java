package dev.mote.codegen;

import java.util.List;

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
     */
    record Call(
            Kernel kernel,
            String parametersName,
            String initializer,
            int parameterBytes,
            List<Integer> operands,
            int outputOffset,
            int scratchBytes) {
        /** Without scratch. */
        Call(
                Kernel kernel,
                String parametersName,
                String initializer,
                int parameterBytes,
                List<Integer> operands,
                int outputOffset) {
            this(kernel, parametersName, initializer, parameterBytes, operands, outputOffset, 0);
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
                        bytes)),
                notes);
    }

    /** What the calls need, one after the other. */
    int scratchBytes() {
        return calls.stream().mapToInt(Call::scratchBytes).max().orElse(0);
    }
}
