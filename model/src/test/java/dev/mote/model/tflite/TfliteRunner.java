package dev.mote.model.tflite;

import static org.bytedeco.tensorflowlite.global.tensorflowlite.TfLiteInterpreterAllocateTensors;
import static org.bytedeco.tensorflowlite.global.tensorflowlite.TfLiteInterpreterCreate;
import static org.bytedeco.tensorflowlite.global.tensorflowlite.TfLiteInterpreterDelete;
import static org.bytedeco.tensorflowlite.global.tensorflowlite.TfLiteInterpreterGetInputTensor;
import static org.bytedeco.tensorflowlite.global.tensorflowlite.TfLiteInterpreterGetInputTensorCount;
import static org.bytedeco.tensorflowlite.global.tensorflowlite.TfLiteInterpreterGetOutputTensor;
import static org.bytedeco.tensorflowlite.global.tensorflowlite.TfLiteInterpreterGetOutputTensorCount;
import static org.bytedeco.tensorflowlite.global.tensorflowlite.TfLiteInterpreterInvoke;
import static org.bytedeco.tensorflowlite.global.tensorflowlite.TfLiteInterpreterOptionsCreate;
import static org.bytedeco.tensorflowlite.global.tensorflowlite.TfLiteInterpreterOptionsSetNumThreads;
import static org.bytedeco.tensorflowlite.global.tensorflowlite.TfLiteModelCreate;
import static org.bytedeco.tensorflowlite.global.tensorflowlite.TfLiteModelDelete;
import static org.bytedeco.tensorflowlite.global.tensorflowlite.TfLiteTensorByteSize;
import static org.bytedeco.tensorflowlite.global.tensorflowlite.TfLiteTensorCopyFromBuffer;
import static org.bytedeco.tensorflowlite.global.tensorflowlite.TfLiteTensorCopyToBuffer;

import java.nio.ByteBuffer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.tensorflowlite.TfLiteInterpreter;
import org.bytedeco.tensorflowlite.TfLiteInterpreterOptions;
import org.bytedeco.tensorflowlite.TfLiteModel;
import org.bytedeco.tensorflowlite.global.tensorflowlite;

/** A model in the TensorFlow Lite interpreter of desktops, as the outside judge of files that Mote writes. */
final class TfliteRunner implements AutoCloseable {
    static {
        Loader.load(tensorflowlite.class);
    }

    /** TFLite reads constants in place, so this must outlive the interpreter. */
    private final BytePointer content;

    private final TfLiteModel model;
    private final TfLiteInterpreter interpreter;

    TfliteRunner(byte[] file) {
        content = new BytePointer(file.length);
        content.put(file, 0, file.length);
        model = TfLiteModelCreate(content, file.length);
        require(model != null, "open the model");
        TfLiteInterpreterOptions options = TfLiteInterpreterOptionsCreate();
        TfLiteInterpreterOptionsSetNumThreads(options, 1);
        interpreter = TfLiteInterpreterCreate(model, options);
        require(interpreter != null, "build an interpreter");
        require(TfLiteInterpreterAllocateTensors(interpreter) == 0, "allocate tensors");
    }

    /** Whether this interpreter runs the file: it lacks types and versions that TFLM has. */
    static boolean takes(byte[] file, ByteBuffer input) {
        try (TfliteRunner runner = new TfliteRunner(file)) {
            runner.run(input);
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    /** @param input all inputs in graph order
     *  @return all outputs in graph order */
    byte[] run(ByteBuffer input) {
        for (int i = 0; i < TfLiteInterpreterGetInputTensorCount(interpreter); i++) {
            var tensor = TfLiteInterpreterGetInputTensor(interpreter, i);
            byte[] bytes = new byte[(int) TfLiteTensorByteSize(tensor)];
            input.get(bytes);
            try (BytePointer pointer = new BytePointer(bytes)) {
                require(TfLiteTensorCopyFromBuffer(tensor, pointer, bytes.length) == 0, "set input " + i);
            }
        }
        require(TfLiteInterpreterInvoke(interpreter) == 0, "run");
        ByteBuffer outputs = ByteBuffer.allocate(outputBytes());
        for (int i = 0; i < TfLiteInterpreterGetOutputTensorCount(interpreter); i++) {
            var tensor = TfLiteInterpreterGetOutputTensor(interpreter, i);
            byte[] bytes = new byte[(int) TfLiteTensorByteSize(tensor)];
            try (BytePointer pointer = new BytePointer(bytes.length)) {
                require(TfLiteTensorCopyToBuffer(tensor, pointer, bytes.length) == 0, "get output " + i);
                pointer.get(bytes);
            }
            outputs.put(bytes);
        }
        return outputs.array();
    }

    private int outputBytes() {
        int bytes = 0;
        for (int i = 0; i < TfLiteInterpreterGetOutputTensorCount(interpreter); i++) {
            bytes += (int) TfLiteTensorByteSize(TfLiteInterpreterGetOutputTensor(interpreter, i));
        }
        return bytes;
    }

    private static void require(boolean done, String what) {
        if (!done) {
            throw new IllegalStateException("TensorFlow Lite could not " + what);
        }
    }

    @Override
    public void close() {
        TfLiteInterpreterDelete(interpreter);
        TfLiteModelDelete(model);
        content.close();
    }
}
