package dev.mote.dataset;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Every known data set: who published it, under which licence, where its files are, and how they are checked. */
final class Catalogue {
    private static final List<String> DIGITS = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");

    private static final List<String> CLOTHES = List.of(
            "T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot");

    /** Of train images, train labels, test images, test labels: the decompressed files, whichever way they were compressed. */
    private static final List<String> MNIST_SHA256 = List.of(
            "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
            "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
            "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
            "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2");

    private static final List<String> FASHION_SHA256 = List.of(
            "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888",
            "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9",
            "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b",
            "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34");

    /** Of files inside the publisher's zip; body_acc and body_gyro are guarded by the zip's own CRC-32 only (docs/data.md). */
    static final Map<String, String> UCI_HAR_SHA256 = Map.of(
            "train/Inertial Signals/total_acc_x_train.txt",
            "a681842c3781f31a25b2dd555031c1e03c82e284a397b29a51bc0bbf2d3cbda7",
            "train/Inertial Signals/total_acc_y_train.txt",
            "03b2315fc46fceaf1d323524b4f8d5606b937a9067a3e7617dd33832cd41c1e9",
            "train/Inertial Signals/total_acc_z_train.txt",
            "7f0623a3ccbc405ae1bbe6519945e7738e50ec75f0844ed1cf14ca016513bbef",
            "test/Inertial Signals/total_acc_x_test.txt",
            "916a003dea2fa06b24105a3fc550210a50adaadb90361f02ffe77c02266780bb",
            "test/Inertial Signals/total_acc_y_test.txt",
            "d56bcf1e68c353690b745c6c9003498e5c75062f480c02eea61c1aab2f034f85",
            "test/Inertial Signals/total_acc_z_test.txt",
            "342c6caa0de7914b26f06bb489ac5f9e44de42825a05718f16b571751c599468",
            "train/y_train.txt",
            "415b3357e2e2d5e70a45c781947c6bdd80e0410a579d862eedcd6bbce3c694ef",
            "test/y_test.txt",
            "2a94cb53ca46b956c1b2aebd4a09a72badd8a8e9ea9cdfe9f31b3306a08666bb",
            "train/subject_train.txt",
            "66e1e2fbe9b396fa5155f531dc3348c803f503be663e2318772d49947db9153a",
            "test/subject_test.txt",
            "63b8c577f4a85431c06bd87f6384608c90a9f72f05c7956dd21255dc63515c07");

    static final UciHarReader.Expected UCI_HAR = new UciHarReader.Expected(7352, 2947, UCI_HAR_SHA256);

    /** Four seconds. */
    private static final WindowOptions WISDM_WINDOW = new WindowOptions(80, 40);

    static final double WISDM_RATE_HERTZ = 20;
    static final String WISDM_UNIT = "m/s2";

    static final List<KnownDataset> ALL = List.of(
            new KnownDataset(
                    "mnist",
                    "Y. LeCun, C. Cortes, C. J. C. Burges, 1998",
                    "no licence text; generally cited as CC BY-SA 3.0",
                    "60,000 train and 10,000 test images of 28x28",
                    idxFiles(
                            MNIST_SHA256,
                            "https://ossci-datasets.s3.amazonaws.com/mnist/",
                            "https://storage.googleapis.com/cvdf-datasets/mnist/"),
                    (files, seed) -> idx("mnist", files, MNIST_SHA256, DIGITS)),
            new KnownDataset(
                    "fashion-mnist",
                    "Zalando Research, 2017",
                    "MIT",
                    "60,000 train and 10,000 test images of 28x28",
                    idxFiles(
                            FASHION_SHA256,
                            "https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion/",
                            "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/"),
                    (files, seed) -> idx("fashion-mnist", files, FASHION_SHA256, CLOTHES)),
            new KnownDataset(
                    "uci-har",
                    "Smartlab, University of Genoa; UCI Machine Learning Repository, 2012",
                    "CC BY 4.0 at UCI; its own README prohibits commercial use",
                    "7,352 train and 2,947 test windows of 128 x 9 at 50 Hz",
                    List.of(new PublishedFile(
                            UciHarArchive.ORIGINAL_NAME,
                            List.of("human+activity+recognition+using+smartphones.zip"),
                            List.of(
                                    URI.create(
                                            "https://archive.ics.uci.edu/static/public/240/human+activity+recognition+using+smartphones.zip"),
                                    URI.create(
                                            "https://archive.ics.uci.edu/ml/machine-learning-databases/00240/UCI%20HAR%20Dataset.zip")),
                            file -> UciHarReader.read(file, UCI_HAR))),
                    (files, seed) -> UciHarReader.read(files.getFirst(), UCI_HAR)),
            spSwHar("sp-sw-har-phone", "sp"),
            spSwHar("sp-sw-har-watch", "sw"),
            new KnownDataset(
                    "wisdm",
                    "wisdm",
                    "J. R. Kwapisz, G. M. Weiss, S. A. Moore; WISDM Lab, Fordham University, 2010, version 1.1 of 2012",
                    "no formal licence; the authors ask for citation",
                    "about 1,098,207 rows of 3 axes at 20 Hz, 36 users, 6 activities",
                    List.of(new PublishedFile("WISDM_ar_v1.1_raw.txt", List.of(), List.of(), file -> {})),
                    List.of("classes", "features", "test", "window", "rate"),
                    (files, seed, options) -> wisdm(files.getFirst(), seed, options)),
            new KnownDataset(
                    "wisdm-features",
                    "wisdm",
                    "J. R. Kwapisz, G. M. Weiss, S. A. Moore; WISDM Lab, Fordham University, 2010, version 1.1 of 2012",
                    "no formal licence; the authors ask for citation",
                    "5,418 rows of 43 features, 36 users, 6 activities",
                    List.of(new PublishedFile(
                            "WISDM_ar_v1.1_transformed.arff", List.of(), List.of(), WisdmFeaturesReader::verify)),
                    List.of("classes", "features", "test"),
                    (files, seed, options) -> WisdmFeaturesReader.read(files.getFirst(), seed, options)),
            new KnownDataset(
                    "iris",
                    "iris",
                    "R. A. Fisher, 1936; UCI Machine Learning Repository, 1988",
                    "public domain; CC BY 4.0 at UCI",
                    "150 flowers of 4 features, 50 of each species",
                    List.of(new PublishedFile(
                            "iris.csv",
                            List.of("iris.data"),
                            List.of(
                                    URI.create(
                                            "https://raw.githubusercontent.com/mwaskom/seaborn-data/master/iris.csv"),
                                    URI.create(
                                            "https://archive.ics.uci.edu/ml/machine-learning-databases/iris/iris.data")),
                            IrisReader::verify)),
                    List.of("classes", "features", "test"),
                    (files, seed, options) -> IrisReader.read(files.getFirst(), seed, options)),
            new KnownDataset(
                    "synthetic-digits",
                    "generated by Mote from a seed",
                    "none needed",
                    "6,000 train and 1,500 test images of 28x28",
                    List.of(),
                    (files, seed) -> SyntheticDigits.generate(seed)),
            new KnownDataset(
                    "synthetic-activity",
                    "generated by Mote from a seed",
                    "none needed",
                    "4,000 train and 1,200 test windows of 128 x 3 at 50 Hz",
                    List.of(),
                    (files, seed) -> SyntheticActivity.generate(seed)));

    private Catalogue() {}

    private static KnownDataset spSwHar(String name, String device) {
        return new KnownDataset(
                name,
                "sp-sw-har",
                "M. Matey-Sanz, S. Casteleyn, C. Granell, Universitat Jaume I; Data in Brief 2023",
                "CC BY 4.0",
                "115 recordings of 12 subjects, 6 channels at about 100 Hz, 5 activities",
                List.of(new PublishedFile("sp-sw-har-s01-s12.zip", List.of(), List.of(), SpSwHarReader::verify)),
                List.of("classes", "features", "test", "window", "rate"),
                (files, seed, options) -> SpSwHarReader.read(files.getFirst(), name, device, seed, options));
    }

    private static Dataset wisdm(Path file, long seed, DataOptions options) {
        SignalDefects defects = new SignalDefects();
        SignalRows rows = WisdmRawReader.read(file, defects);
        SignalDataset.Origin origin = new SignalDataset.Origin(file.toString(), "wisdm", WISDM_UNIT);
        return SignalDataset.of(origin, rows, seed, wisdmOptions(options), defects);
    }

    static DataOptions wisdmOptions(DataOptions options) {
        return SignalDataset.withDefaults(options, WISDM_WINDOW, WISDM_RATE_HERTZ);
    }

    private static List<PublishedFile> idxFiles(List<String> sha256, String... bases) {
        return List.of(
                idxFile("train-images-idx3-ubyte", 3, sha256.get(0), bases),
                idxFile("train-labels-idx1-ubyte", 1, sha256.get(1), bases),
                idxFile("t10k-images-idx3-ubyte", 3, sha256.get(2), bases),
                idxFile("t10k-labels-idx1-ubyte", 1, sha256.get(3), bases));
    }

    static PublishedFile idxFile(String name, int rank, String sha256, String... bases) {
        List<URI> sources = List.of(bases).stream()
                .map(base -> URI.create(base + name + ".gz"))
                .toList();
        return new PublishedFile(name + ".gz", List.of(name), sources, file -> IdxReader.read(file, rank, sha256));
    }

    private static Dataset idx(String name, List<Path> files, List<String> sha256, List<String> labels) {
        return IdxDataset.read(
                name, new IdxDataset.Files(files.get(0), files.get(1), files.get(2), files.get(3)), sha256, labels);
    }
}
