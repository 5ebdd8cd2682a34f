package dev.mote.app.figures;

import dev.mote.app.figures.RunFigures.LayerFigures;
import dev.mote.device.board.KernelCode;
import dev.mote.model.BadInputException;
import dev.mote.model.file.SafeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Figures of runs as CSV: a line a run. Kernels and layers are lists in one column, their parts divided by colons. */
final class FiguresFile {
    private static final String HEAD = "model,board,opt,instructions,macs,code_bytes,weights_bytes,arena_bytes,"
            + "output_bytes,static_ram_bytes,stack_bytes,kernels,layers";
    private static final int COLUMNS = HEAD.split(",").length;
    private static final String NOTE =
            "# Written by mote bench --save. kernels: name:bytes; layers: operator:macs:instructions.";

    private FiguresFile() {}

    static String text(List<RunFigures> runs) {
        return Stream.concat(Stream.of(NOTE, HEAD), runs.stream().map(FiguresFile::line))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String line(RunFigures run) {
        String figures = Stream.of(
                        run.instructions(),
                        run.macs(),
                        run.codeBytes(),
                        run.weightsBytes(),
                        run.arenaBytes(),
                        run.outputBytes(),
                        run.staticRamBytes(),
                        run.stackBytes())
                .map(String::valueOf)
                .collect(Collectors.joining(","));
        String kernels = run.kernels().stream()
                .map(kernel -> kernel.name() + ":" + kernel.bytes())
                .collect(Collectors.joining(" "));
        String layers = run.layers().stream()
                .map(layer -> layer.operator() + ":" + layer.macs() + ":" + layer.instructions())
                .collect(Collectors.joining(" "));
        return String.join(",", run.model(), run.board(), run.opt(), figures, kernels, layers);
    }

    /** @throws BadInputException if the file cannot be read, or is no such file */
    static List<RunFigures> read(Path file) {
        List<String> lines;
        try {
            lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new BadInputException(file + ": cannot be read (" + SafeFile.reason(e) + ")");
        }
        List<RunFigures> runs = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.isBlank() && !line.startsWith("#") && !line.equals(HEAD)) {
                runs.add(run(line, file + ": line " + (i + 1)));
            }
        }
        if (runs.isEmpty()) {
            throw new BadInputException(file + ": has no line of figures, expected what mote bench --save writes");
        }
        return runs;
    }

    private static RunFigures run(String line, String where) {
        String[] columns = line.split(",", -1);
        try {
            if (columns.length != COLUMNS) {
                throw new NumberFormatException();
            }
            long[] figures = Arrays.stream(columns)
                    .skip(3)
                    .limit(COLUMNS - 5L)
                    .mapToLong(Long::parseLong)
                    .toArray();
            return new RunFigures(
                    columns[0],
                    columns[1],
                    columns[2],
                    figures[0],
                    figures[1],
                    figures[2],
                    figures[3],
                    figures[4],
                    figures[5],
                    figures[6],
                    figures[7],
                    parts(columns[COLUMNS - 2], 2).stream()
                            .map(part -> new KernelCode(part[0], Long.parseLong(part[1])))
                            .toList(),
                    parts(columns[COLUMNS - 1], 3).stream()
                            .map(part -> new LayerFigures(part[0], Long.parseLong(part[1]), Long.parseLong(part[2])))
                            .toList());
        } catch (NumberFormatException e) {
            throw new BadInputException(where + ": is not a line of figures, expected what mote bench --save writes");
        }
    }

    private static List<String[]> parts(String list, int count) {
        return Arrays.stream(list.split(" "))
                .filter(part -> !part.isEmpty())
                .map(part -> part.split(":", -1))
                .peek(part -> {
                    if (part.length != count) {
                        throw new NumberFormatException();
                    }
                })
                .toList();
    }
}
