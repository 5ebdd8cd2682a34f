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

    static Dataset read(Path folder, long seed, ImageOptions options) {
        Path train = folder.resolve("train");
        Path test = folder.resolve("test");
        if (Files.isDirectory(train) && Files.isDirectory(test)) {
            List<String> labels = labels(train);
            if (!labels(test).equals(labels)) {
                throw new BadInputException(test + ": has the classes " + labels(test) + ", but " + train + " has "
                        + labels + "; both must have the same");
            }
            return dataset(folder, labels, options, samples(train, labels, options), samples(test, labels, options));
        }
        List<String> labels = labels(folder);
        Samples all = samples(folder, labels, options);
        SampleSplit split = SampleSplit.stratified(folder.toString(), all, labels, seed);
        return dataset(folder, labels, options, all.subset(split.train()), all.subset(split.test()));
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
