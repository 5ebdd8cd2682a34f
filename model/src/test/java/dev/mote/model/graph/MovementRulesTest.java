package dev.mote.model.graph;

import static dev.mote.model.graph.MovementSamples.data;
import static dev.mote.model.graph.MovementSamples.paddings;
import static dev.mote.model.graph.MovementSamples.several;
import static dev.mote.model.graph.OperatorSamples.ints;
import static dev.mote.model.graph.OperatorSamples.one;
import static dev.mote.model.graph.OperatorSamples.with;
import static dev.mote.model.graph.TensorType.FLOAT32;
import static dev.mote.model.graph.TensorType.INT8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Each rule fires; {@link GraphVerifierTest} shows that the samples break none. */
class MovementRulesTest {

    @Test
    void rejectsBeginOfAnotherRank() {
        assertFires("TFL-30", one(new Operator.Slice(), data(INT8, 4, 5), ints(1), ints(2, 3), data(INT8, 2, 3)));
        assertFires("TFL-30", one(new Operator.Transpose(), data(INT8, 4, 5), ints(0), data(INT8, 4, 5)));
    }

    @Test
    void rejectsSlicesOutsideOfTheInput() {
        assertFires("TFL-32", slice(ints(3, 0), ints(2, 5)));
        assertFires("TFL-32", slice(ints(-1, 0), ints(2, 5)));
        assertFires("TFL-32", slice(ints(4, 0), ints(-1, 5)));
        assertFires("TFL-32", slice(ints(0, 0), ints(0, 5)));
        assertFires("TFL-32", slice(ints(0, 0), ints(Integer.MAX_VALUE, Integer.MIN_VALUE)));
    }

    private static Graph slice(Tensor begin, Tensor size) {
        return one(new Operator.Slice(), data(INT8, 4, 5), begin, size, data(INT8, 2, 5));
    }

    @Test
    void rejectsStridedSlicesThatTakeNothing() {
        assertFires("TFL-32", stridedSlice(0, ints(3), ints(1), ints(1)));
        assertFires("TFL-32", stridedSlice(0, ints(0), ints(4), ints(0)));
        assertFires("TFL-32", stridedSlice(1, ints(4), ints(5), ints(1)));
        assertFires("TFL-32", stridedSlice(1, ints(2), ints(3), ints(-1)));
    }

    @Test
    void cutsStridedSlicesToTheInput() {
        assertEquals(List.of(), codes(stridedSlice(0, ints(-9), ints(9), ints(3))));
        assertEquals(List.of(), codes(stridedSlice(0, ints(9), ints(-9), ints(-3))));
    }

    private static Graph stridedSlice(int shrinkMask, Tensor begin, Tensor end, Tensor stride) {
        return one(new Operator.StridedSlice(0, 0, shrinkMask), data(INT8, 4), begin, end, stride, data(INT8, 2));
    }

    @Test
    void rejectsAxesOutsideOfTheInput() {
        assertFires("TFL-32", one(new Operator.Squeeze(List.of(2)), data(INT8, 1, 3), data(INT8, 1, 3)));
        assertFires("TFL-32", one(new Operator.ExpandDims(), data(INT8, 3), ints(2), data(INT8, 3, 1)));
        assertFires("TFL-32", one(new Operator.ReverseV2(), data(INT8, 3), ints(1), data(INT8, 3)));
        assertFires("TFL-32", one(new Operator.ReverseV2(), data(INT8, 3), ints(0, -1), data(INT8, 3)));
        assertFires("TFL-32", one(new Operator.Pack(3), data(INT8, 3), data(INT8, 1, 3)));
        assertFires("TFL-32", one(new Operator.Gather(1, 0), data(INT8, 3), ints(0), data(INT8, 1)));
        assertFires("TFL-32", several(new Operator.Unpack(2), 1, data(INT8, 1, 3), data(INT8, 3)));
        assertFires("TFL-32", several(new Operator.Split(), 2, ints(-3), data(INT8, 1, 3), data(INT8, 3)));
    }

    @Test
    void rejectsPermutationsThatNameADimensionTwice() {
        assertFires("TFL-32", one(new Operator.Transpose(), data(INT8, 2, 2), ints(0, 0), data(INT8, 2, 2)));
        assertFires("TFL-32", one(new Operator.Transpose(), data(INT8, 2, 2), ints(-1, 0), data(INT8, 2, 2)));
    }

    @Test
    void rejectsSqueezingWhatIsLongerThanOne() {
        assertFires("TFL-32", one(new Operator.Squeeze(List.of(1)), data(INT8, 1, 3), data(INT8, 1)));
    }

    @Test
    void rejectsPartsThatDoNotMakeTheWhole() {
        assertFires("TFL-32", several(new Operator.Split(), 2, ints(0), data(INT8, 5), data(INT8, 2), data(INT8, 3)));
        assertFires("TFL-32", splitV(ints(2, 2)));
        assertFires("TFL-32", splitV(ints(-1, -1)));
        assertFires("TFL-32", splitV(ints(0, 5)));
        assertFires("TFL-30", splitV(ints(5)));
        assertFires("TFL-32", several(new Operator.Unpack(0), 1, data(INT8, 3), data(INT8), data(INT8)));
    }

    private static Graph splitV(Tensor sizes) {
        return several(new Operator.SplitV(), 3, data(INT8, 5), sizes, ints(0), data(INT8, 2), data(INT8, 3));
    }

    @Test
    void rejectsEveryOutputOfAnotherShape() {
        Graph graph = several(new Operator.Split(), 2, ints(0), data(INT8, 4), data(INT8, 2), data(INT8, 3));
        assertFires("TFL-31", graph);
        assertFires("TFL-31", one(new Operator.SpaceToDepth(2), data(INT8, 1, 2, 2, 1), data(INT8, 1, 1, 1, 3)));
    }

    @Test
    void rejectsBlocksThatDoNotDivide() {
        assertFires("TFL-32", one(new Operator.SpaceToDepth(0), data(INT8, 1, 2, 2, 1), data(INT8, 1, 1, 1, 4)));
        assertFires("TFL-32", one(new Operator.SpaceToDepth(2), data(INT8, 1, 3, 2, 1), data(INT8, 1, 1, 1, 4)));
        assertFires("TFL-32", one(new Operator.DepthToSpace(2), data(INT8, 1, 1, 1, 6), data(INT8, 1, 2, 2, 1)));
        assertFires("TFL-32", one(new Operator.DepthToSpace(1 << 16), data(INT8, 1, 1, 1, 4), data(INT8, 1, 2, 2, 1)));
    }

    @Test
    void rejectsShapesThatTheInputDoesNotFit() {
        assertFires("TFL-32", one(new Operator.BroadcastTo(), data(INT8, 2), ints(3), data(INT8, 3)));
        assertFires("TFL-32", one(new Operator.BroadcastTo(), data(INT8, 1, 2), ints(2), data(INT8, 2)));
        assertFires("TFL-32", one(new Operator.BroadcastTo(), data(INT8, 1), ints(-3), data(INT8, 3)));
    }

    @Test
    void rejectsMoreThanAMirrorShows() {
        for (Operator.MirrorMode mode : Operator.MirrorMode.values()) {
            Graph graph = one(new Operator.MirrorPad(mode), data(INT8, 2), paddings(3, 0), data(INT8, 5));
            assertFires("TFL-32", graph);
        }
        Operator reflect = new Operator.MirrorPad(Operator.MirrorMode.REFLECT);
        assertFires("TFL-32", one(reflect, data(INT8, 2), paddings(0, 2), data(INT8, 4)));
    }

    @Test
    void rejectsIndicesOutsideOfTheAxis() {
        assertFires("TFL-32", one(new Operator.Gather(0, 0), data(INT8, 3), ints(0, 3), data(INT8, 2)));
        assertFires("TFL-32", one(new Operator.Gather(0, 0), data(INT8, 3), ints(-1), data(INT8, 1)));
        assertFires("TFL-30", one(new Operator.Gather(1, 1), data(INT8, 3, 2), ints(0, 1), data(INT8, 3)));
    }

    @Test
    void rejectsUnequalInputsOfPack() {
        assertFires("TFL-30", one(new Operator.Pack(0), data(INT8, 3), data(INT8, 2), data(INT8, 2, 3)));
        assertFires("TFL-40", one(new Operator.Pack(0), data(INT8, 3), data(FLOAT32, 3), data(INT8, 2, 3)));
    }

    @Test
    void rejectsComputedAxes() {
        Tensor computed = data(TensorType.INT32, 2);
        assertFires("TFL-41", one(new Operator.Transpose(), data(INT8, 2, 2), computed, data(INT8, 2, 2)));
        assertFires("TFL-40", one(new Operator.Transpose(), data(INT8, 2, 2), data(INT8, 2), data(INT8, 2, 2)));
    }

    @Test
    void rejectsAFillingOfAnotherScale() {
        Quantization other = Quantization.perTensor(0.25f, 3);
        Tensor value = Tensor.constant("value", INT8, Shape.of(1), other, TensorData.ofBytes(new byte[1]));
        assertFires("TFL-57", one(new Operator.PadV2(), data(INT8, 2), paddings(1, 0), value, data(INT8, 3)));
    }

    @Test
    void warnsOfAnotherScaleOfAnyOutput() {
        Graph graph = several(new Operator.Split(), 2, ints(0), data(INT8, 4), data(INT8, 2), data(INT8, 2));
        Tensor last = OperatorSamples.data(INT8, Quantization.perTensor(0.25f, 3), 2);
        assertFires("TFL-58", with(graph, 3, last));
    }

    private static void assertFires(String code, Graph graph) {
        assertTrue(codes(graph).contains(code), code + " expected, found " + GraphVerifier.verify(graph));
    }

    private static List<String> codes(Graph graph) {
        return GraphVerifier.verify(graph).stream().map(Finding::code).toList();
    }
}
