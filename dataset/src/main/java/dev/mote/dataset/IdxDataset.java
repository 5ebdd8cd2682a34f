package dev.mote.dataset;

import dev.mote.model.BadInputException;
import dev.mote.model.graph.Shape;
import java.nio.file.Path;
import java.util.List;

/** Builds a data set of grey images from the four IDX files in which MNIST and Fashion-MNIST are published. */
final class IdxDataset {
    private IdxDataset() {}

    /** @param images rank 3 (count, height, width); labels rank 1 */
    record Files(Path trainImages, Path trainLabels, Path testImages, Path testLabels) {}

    /** @param sha256 of the decompressed files, in the order of {@link Files} */
    static Dataset read(String name, Files files, List<String> sha256, List<String> labels) {
        Samples train = samples(files.trainImages, files.trainLabels, sha256.subList(0, 2), labels.size());
        Samples test = samples(files.testImages, files.testLabels, sha256.subList(2, 4), labels.size());
        return new Dataset(name, false, train.shape(), labels, "grey level", List.of("grey"), 0, train, test);
    }

    private static Samples samples(Path imageFile, Path labelFile, List<String> sha256, int classes) {
        IdxReader.Contents images = IdxReader.read(imageFile, 3, sha256.get(0));
        IdxReader.Contents labels = IdxReader.read(labelFile, 1, sha256.get(1));
        int count = images.sizes()[0];
        if (labels.sizes()[0] != count) {
            throw new BadInputException(labelFile + ": has " + labels.sizes()[0] + " labels, but " + imageFile + " has "
                    + count + " images; the two must belong together");
        }
        int[] indices = new int[count];
        for (int i = 0; i < count; i++) {
            indices[i] = Byte.toUnsignedInt(labels.values()[i]);
            if (indices[i] >= classes) {
                throw new BadInputException(
                        labelFile + ": label " + i + " is " + indices[i] + ", expected 0 to " + (classes - 1));
            }
        }
        Shape shape = Shape.of(images.sizes()[1], images.sizes()[2], 1);
        return Samples.ofGreyLevels(shape, images.values(), indices, new int[0]);
    }
}
