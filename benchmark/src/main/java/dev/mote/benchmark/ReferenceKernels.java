package dev.mote.benchmark;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.tensorflowlite.BuiltinOpResolver;
import org.bytedeco.tensorflowlite.OpResolver;
import org.bytedeco.tensorflowlite.global.tensorflowlite;

/** TFLite's list of reference kernels. The library holds the class, its Java wrapper does not: the constructor is called by its name. */
final class ReferenceKernels {
    private static final String CONSTRUCTOR = "_ZN6tflite3ops7builtin20BuiltinRefOpResolverC1Ev";

    /** More than an object of the class takes. */
    private static final int OBJECT_BYTES = 4096;

    private ReferenceKernels() {}

    /** Lasts until the process ends. */
    static OpResolver resolver() {
        Path path = Path.of(Loader.load(tensorflowlite.class));
        MemorySegment constructor =
                SymbolLookup.libraryLookup(path, Arena.global()).findOrThrow(CONSTRUCTOR);
        MethodHandle construct =
                Linker.nativeLinker().downcallHandle(constructor, FunctionDescriptor.ofVoid(ValueLayout.ADDRESS));
        MemorySegment object = Arena.global().allocate(OBJECT_BYTES, 16);
        try {
            construct.invokeExact(object);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
        return new BuiltinOpResolver(new At(object.address()));
    }

    /** A place in memory. */
    private static final class At extends Pointer {
        At(long address) {
            super((Pointer) null);
            this.address = address;
        }
    }
}
