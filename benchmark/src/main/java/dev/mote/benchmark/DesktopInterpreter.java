package dev.mote.benchmark;

import java.nio.file.Path;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.tensorflowlite.BuiltinOpResolverWithXNNPACK;
import org.bytedeco.tensorflowlite.FlatBufferModel;
import org.bytedeco.tensorflowlite.Interpreter;
import org.bytedeco.tensorflowlite.InterpreterBuilder;
import org.bytedeco.tensorflowlite.OpResolver;
import org.bytedeco.tensorflowlite.global.tensorflowlite;

/**
 * One model in TensorFlow Lite's desktop interpreter, on one thread. Through its C++ interface, because interpreters of the C interface
 * do not use XNNPACK.
 */
final class DesktopInterpreter implements AutoCloseable {
    static {
        Loader.load(tensorflowlite.class);
    }

    /** Which kernels run. */
    enum Kernels {
        XNNPACK,
        REFERENCE
    }

    /** TFLite reads constants in place, so this must outlive the interpreter. */
    private final FlatBufferModel model;

    private final OpResolver resolver;
    private final Interpreter interpreter = new Interpreter((Pointer) null);

    DesktopInterpreter(Path file, Kernels kernels) {
        model = FlatBufferModel.BuildFromFile(file.toString());
        resolver = switch (kernels) {
            case XNNPACK -> new BuiltinOpResolverWithXNNPACK(true);
            case REFERENCE -> ReferenceKernels.resolver();
        };
        try (InterpreterBuilder builder = new InterpreterBuilder(model, resolver)) {
            require(builder.SetNumThreads(1), "take one thread");
            require(builder.apply(interpreter), "build an interpreter");
        }
        require(interpreter.AllocateTensors(), "allocate tensors");
        boolean delegated = interpreter.execution_plan().limit() < interpreter.nodes_size();
        if (delegated != (kernels == Kernels.XNNPACK)) {
            throw new IllegalStateException(file + " would not run with " + kernels);
        }
    }

    /** Sets the first input, of int8. */
    void input(byte[] bytes) {
        try (BytePointer tensor = interpreter.typed_input_tensor_byte(0)) {
            tensor.put(bytes);
        }
    }

    void run() {
        require(interpreter.Invoke(), "run");
    }

    private static void require(int status, String what) {
        if (status != 0) {
            throw new IllegalStateException("TensorFlow Lite could not " + what);
        }
    }

    @Override
    public void close() {
        interpreter.close();
        resolver.close();
        model.close();
    }
}
