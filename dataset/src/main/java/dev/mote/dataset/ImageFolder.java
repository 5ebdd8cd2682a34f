package dev.mote.dataset;

import dev.mote.model.BadInputException;
import dev.mote.model.graph.Shape;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads a folder with a folder of pictures for each class, or with {@code train} and {@code test}, each of that form. */
final class ImageFolder {
    private static final List<String> SUFFIXES = List.of(".png", ".jpg", ".jpeg");
    /** Pixels of all images together: an array has no more bytes. */
    private static final long MAX_BYTES = Integer.MAX_VALUE - 8L;

    private ImageFolder() {}

    static Dataset read(Path folder, long seed, DataOptions data) {
        data.requireOnly(folder.toString(), "a folder of images", List.of("synthetic", "classes", "test", "image"));
        ImageOptions options = data.image().orElse(ImageOptions.DEFAULT);
        Path train = folder.resolve("train");
        Path test = folder.resolve("test");
        if (Files.isDirectory(train) && Files.isDirectory(test)) {
            if (data.test().isPresent()) {
                throw new BadInputException(folder + ": has the folders train and test, so data: {test: ...} of the"
                        + " recipe has no use; remove one of them");
            }
            List<String> labels = labels(train);
            if (!labels(test).equals(labels)) {
                throw new BadInputException(test + ": has the classes " + labels(test) + ", but " + train + " has "
                        + labels + "; both must have the same");
            }
            return dataset(folder, labels, options, samples(train, labels, options), samples(test, labels, options));
        }
        List<String> labels = labels(folder);
        Samples all = samples(folder, labels, options);
        return switch (data.test().orElse(TestSplit.STANDARD)) {
            case TestSplit.TrainingSamples() -> dataset(folder, labels, options, all, all);
            case TestSplit.Share(double share) -> {
                SampleSplit split = SampleSplit.stratified(folder.toString(), all, labels, seed, share);
                yield dataset(folder, labels, options, all.subset(split.train()), all.subset(split.test()));
            }
            case TestSplit.File file ->
                throw new BadInputException(folder + ": data has the key test_file, but that is for tables; put test"
                        + " images into the folder test, beside the folder train");
        };
    }

    private static Dataset dataset(
            Path folder, List<String> labels, ImageOptions options, Samples train, Samples test) {
        List<String> channels = options.channels() == 1 ? List.of("grey") : List.of("red", "green", "blue");
        String unit = options.channels() == 1 ? "grey level" : "colour level";
        return new Dataset(OwnDataset.name(folder), false, train.shape(), labels, unit, channels, 0, train, test);
    }

    private static List<String> labels(Path folder) {
        List<String> labels = OwnDataset.list(folder).stream()
                .filter(Files::isDirectory)
                .map(path -> path.getFileName().toString())
                .toList();
        if (labels.size() < 2) {
            throw new BadInputException(folder + ": has " + labels.size()
                    + " folders, expected one for each class (2 or more), or CSV files (docs/data.md)");
        }
        return labels;
    }

    private static Samples samples(Path folder, List<String> labels, ImageOptions options) {
        List<Path> files = new ArrayList<>();
        List<Integer> classes = new ArrayList<>();
        for (int label = 0; label < labels.size(); label++) {
            List<Path> pictures = OwnDataset.list(folder.resolve(labels.get(label))).stream()
                    .filter(file -> SUFFIXES.stream().anyMatch(suffix -> OwnDataset.hasSuffix(file, suffix)))
                    .toList();
            if (pictures.isEmpty()) {
                throw new BadInputException(folder.resolve(labels.get(label))
                        + ": has no PNG or JPEG file; add some, or " + "remove the folder");
            }
            files.addAll(pictures);
            for (int i = 0; i < pictures.size(); i++) {
                classes.add(label);
            }
        }
        Shape shape = Shape.of(options.height(), options.width(), options.channels());
        if ((long) files.size() * shape.elements() > MAX_BYTES) {
            throw new BadInputException(folder + ": " + files.size() + " images of " + shape
                    + " are too many for one data set; give a smaller image size");
        }
        byte[] pixels = new byte[files.size() * shape.elements()];
        for (int i = 0; i < files.size(); i++) {
            byte[] picture = PixelReader.read(files.get(i), options);
            System.arraycopy(picture, 0, pixels, i * shape.elements(), shape.elements());
        }
        int[] indices = classes.stream().mapToInt(Integer::intValue).toArray();
        return Samples.ofGreyLevels(shape, pixels, indices, new int[0]);
    }
}
