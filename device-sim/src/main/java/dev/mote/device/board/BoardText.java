package dev.mote.device.board;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What a board said, line by line, as {@code boards/board.h} lists it.
 *
 * @param runs ticks of each sample, less those of reading the counter
 * @param outputs of each sample
 * @param layers ticks of each layer in the last run, likewise
 * @param stackBytes deepest stack of all runs
 * @param selfTest result of the self test
 * @param failure a fault or an error, as the board put it
 */
record BoardText(
        List<Long> runs,
        List<byte[]> outputs,
        List<Long> layers,
        int stackBytes,
        Optional<Long> selfTest,
        Optional<String> failure) {

    static BoardText parse(List<String> lines) {
        List<Long> runs = new ArrayList<>();
        List<byte[]> outputs = new ArrayList<>();
        List<Long> layers = new ArrayList<>();
        long overhead = 0;
        int stack = 0;
        Optional<Long> selfTest = Optional.empty();
        Optional<String> failure = Optional.empty();
        for (String line : lines) {
            String[] words = line.strip().split(" ");
            switch (words[0]) {
                case "overhead" -> overhead = number(words, 1);
                case "run" -> {
                    runs.add(number(words, 1) - overhead);
                    layers.clear();
                }
                case "out" -> outputs.add(HexFormat.of().parseHex(words.length > 1 ? words[1] : ""));
                case "layer" -> layers.add(number(words, 2) - overhead);
                case "stack" -> stack = Math.max(stack, Math.toIntExact(number(words, 1)));
                case "selftest" -> selfTest = Optional.of(number(words, 1));
                case "error", "fault" -> failure = failure.or(() -> Optional.of(line.strip()));
                default -> {}
            }
        }
        return new BoardText(runs, outputs, layers, stack, selfTest, failure);
    }

    private static long number(String[] words, int index) {
        return Long.parseLong(words[index]);
    }
}
