package dev.mote.model.graph;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** What must hold for a tensor by itself: type, size of its data, finite numbers, sound scales and zero points. */
final class TensorRules {
    private static final String QUANTIZE_AGAIN = "quantize the model again";

    private final FindingList findings;
    /** Tensors of a file may share data; each is looked at once. */
    private final Set<TensorData> finite = Collections.newSetFromMap(new IdentityHashMap<>());

    TensorRules(FindingList findings) {
        this.findings = findings;
    }

    void check(int index, Tensor tensor) {
        String place = Places.tensor(index, tensor.name());
        if (tensor.type() == TensorType.OTHER) {
            findings.error("TFL-11", place, "has a type that Mote does not support", "use float32 or int8 tensors");
            return;
        }
        if (tensor.isState() && tensor.isConstant()) {
            findings.error("TFL-14", place, "is a variable with a value of its own", "export the model again");
        }
        tensor.data().ifPresent(data -> checkData(place, tensor, data));
        if (isSmallInteger(tensor.type())) {
            switch (tensor.quantization()) {
                case Quantization.None _, Quantization.Trained _ -> {}
                case Quantization.PerTensor(float scale, int zeroPoint) ->
                    checkScales(place, tensor.type(), List.of(scale), List.of(zeroPoint));
                case Quantization.PerChannel channels -> {
                    checkScales(place, tensor.type(), channels.scales(), channels.zeroPoints());
                    checkChannels(place, tensor.shape(), channels);
                }
            }
        }
    }

    private void checkData(String place, Tensor tensor, TensorData data) {
        if (data.size() != tensor.byteSize()) {
            findings.error(
                    "TFL-06",
                    place,
                    "has " + data.size() + " bytes of data, its shape and type need " + tensor.byteSize(),
                    "export the model again");
        } else if (tensor.type() == TensorType.FLOAT32 && finite.add(data)) {
            checkFinite(place, data);
        }
    }

    private void checkFinite(String place, TensorData data) {
        for (int i = 0; i < data.size() / Float.BYTES; i++) {
            if (!Float.isFinite(data.float32(i))) {
                findings.error(
                        "TFL-42",
                        place,
                        "element " + i + " is " + data.float32(i) + ", expected finite numbers",
                        "train again, with a lower learning rate");
                return;
            }
        }
    }

    private void checkScales(String place, TensorType type, List<Float> scales, List<Integer> zeroPoints) {
        if (scales.isEmpty() || scales.size() != zeroPoints.size()) {
            findings.error(
                    "TFL-53",
                    place,
                    "has " + scales.size() + " scales and " + zeroPoints.size() + " zero points, expected as many",
                    QUANTIZE_AGAIN);
        }
        scales.stream()
                .filter(scale -> !isSound(scale))
                .findFirst()
                .ifPresent(scale -> findings.error(
                        "TFL-51", place, "has scale " + scale + ", expected a finite number above 0", QUANTIZE_AGAIN));
        zeroPoints.stream()
                .filter(zero -> !IntegerRange.of(type).contains(zero))
                .findFirst()
                .ifPresent(zero -> findings.error(
                        "TFL-52",
                        place,
                        "has zero point " + zero + ", expected one in " + IntegerRange.of(type),
                        QUANTIZE_AGAIN));
    }

    private void checkChannels(String place, Shape shape, Quantization.PerChannel channels) {
        int axis = channels.axis();
        if (axis < 0 || axis >= shape.rank()) {
            findings.error(
                    "TFL-53",
                    place,
                    "has scales along axis " + axis + " of " + shape.rank() + " dimensions",
                    QUANTIZE_AGAIN);
        } else if (channels.scales().size() != shape.dimension(axis)) {
            findings.error(
                    "TFL-53",
                    place,
                    "has " + channels.scales().size() + " scales along axis " + axis + ", expected "
                            + shape.dimension(axis),
                    QUANTIZE_AGAIN);
        }
    }

    static boolean isSound(float scale) {
        return Float.isFinite(scale) && scale > 0;
    }

    /** Whether the type has a scale wherever it stands for real numbers; int32 has one in a bias or between two QUANTIZE only. */
    private static boolean isSmallInteger(TensorType type) {
        return type == TensorType.INT8 || type == TensorType.UINT8 || type == TensorType.INT16;
    }
}
