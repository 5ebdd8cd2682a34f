package dev.mote.dataset.recording;

import dev.mote.dataset.TimeColumn;
import dev.mote.model.BadInputException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What each column of a stream's rows is. A channel's column may tell its unit: {@code ax [m/s2]} or {@code ax (m/s2)}.
 *
 * @param time its place; -1 if there is none
 * @param label its place; -1 if there is none
 * @param group its place; -1 if there is none
 * @param channels names, without units
 * @param places of the channels' columns
 */
record StreamColumns(
        int count,
        int time,
        TimeColumn.Unit timeUnit,
        int label,
        int group,
        List<String> channels,
        List<String> units,
        int[] places) {
    private static final int MOST_COLUMNS = 1_000;
    private static final int LONGEST_SHOWN = 200;
    private static final Pattern WITH_UNIT = Pattern.compile("(.+?)\\s*[\\[(]([^\\[\\]()]*)[\\])]");

    /**
     * @param where for messages
     * @throws BadInputException if the header is none
     */
    static StreamColumns of(String where, List<String> header, StreamText text) {
        if (header.size() == 1 && header.getFirst().matches(".+[;\t|].+")) {
            throw new BadInputException(where + ", line 1: is one column, " + shown(header) + "; cells are divided by '"
                    + text.separator() + "', as in the data that the model was trained on: write the file so");
        }
        if (header.size() > MOST_COLUMNS
                || new HashSet<>(header).size() < header.size()
                || header.stream().anyMatch(name -> name.isBlank() || isNumber(name) || hasControl(name))) {
            throw new BadInputException(where + ", line 1: is " + shown(header)
                    + "; expected a header, as timestamp_us,ax,ay,az,label (docs/streams.md)");
        }
        Optional<TimeColumn> time = text.time()
                .or(() -> header.stream()
                        .filter(name -> name.startsWith("timestamp_"))
                        .flatMap(name -> TimeColumn.named(name).stream())
                        .findFirst());
        int timeColumn = time.map(column -> header.indexOf(column.name())).orElse(-1);
        int label = header.indexOf(text.label());
        int group = header.indexOf(text.group());
        int[] places = IntStream.range(0, header.size())
                .filter(i -> i != timeColumn && i != label && i != group)
                .toArray();
        if (places.length == 0) {
            throw new BadInputException(where + ", line 1: has no channel, only " + shown(header));
        }
        List<String> channels = new ArrayList<>();
        List<String> units = new ArrayList<>();
        for (int place : places) {
            Matcher matcher = WITH_UNIT.matcher(header.get(place));
            boolean told = matcher.matches();
            channels.add(told ? matcher.group(1) : header.get(place));
            units.add(told ? matcher.group(2).strip() : "");
        }
        if (new HashSet<>(channels).size() < channels.size()) {
            throw new BadInputException(
                    where + ", line 1: is " + shown(header) + "; each channel needs a name of its own");
        }
        TimeColumn.Unit unit = time.map(TimeColumn::unit).orElse(TimeColumn.Unit.US);
        return new StreamColumns(header.size(), timeColumn, unit, label, group, channels, units, places);
    }

    private static boolean isNumber(String name) {
        return name.matches("[-+.\\d].*");
    }

    private static boolean hasControl(String name) {
        return name.chars().anyMatch(c -> Character.isISOControl(c) || c == '\uFFFD');
    }

    static String shown(List<String> cells) {
        String line = String.join(",", cells).replaceAll("\\p{Cntrl}|\uFFFD", "?");
        return '"' + (line.length() <= LONGEST_SHOWN ? line : line.substring(0, LONGEST_SHOWN) + "...") + '"';
    }
}
