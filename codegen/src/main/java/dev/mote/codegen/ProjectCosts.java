package dev.mote.codegen;

import java.util.Set;

/**
 * What the code of a project is estimated to take.
 *
 * @param codeBytes flow and kernels, without the self test, which the linker drops where nobody calls it
 * @param libraryBytes of the compiler's and the C library, which the application may use too
 * @param stackBytes of the run function and the deepest kernel
 */
record ProjectCosts(long codeBytes, long libraryBytes, long stackBytes) {

    /** @param calls of kernels in the run function */
    static ProjectCosts of(Core core, Set<Kernel> kernels, int calls) {
        InstructionSet set = core.instructionSet();
        long code = set.flowBytes() + (long) set.callBytes() * calls;
        long library = 0;
        long stack = 0;
        for (Kernel kernel : kernels) {
            if (!kernel.isForSelfTest()) {
                KernelCost cost = KernelCosts.of(set, kernel);
                code += cost.codeBytes();
                library = Math.max(library, cost.libraryBytes());
                stack = Math.max(stack, cost.stackBytes());
            }
        }
        return new ProjectCosts(core.bytes(code), core.bytes(library), core.bytes(set.frameBytes() + stack));
    }
}
