package dev.mote.model.layout;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Which row each box stands in: every link leads downwards. A box is as far up as the longest way to it allows; one that waits for
 * others moves down to where it is needed, so that the first steps of a long loop do not all stand side by side.
 *
 * @param rows of each box
 * @param near links that are drawn
 * @param far links over more than {@value #FARTHEST} rows: lines of that length cannot be followed, and are told in words
 */
public record Rows(List<Integer> rows, List<Link> near, List<Link> far) {
    static final int FARTHEST = 12;

    public Rows {
        rows = List.copyOf(rows);
        near = List.copyOf(near);
        far = List.copyOf(far);
    }

    public static Rows of(int boxes, List<Link> links) {
        List<List<Link>> entering = lists(boxes);
        List<List<Link>> leaving = lists(boxes);
        for (Link link : links) {
            entering.get(link.to()).add(link);
            leaving.get(link.from()).add(link);
        }
        int[] rows = new int[boxes];
        for (int box = 0; box < boxes; box++) {
            rows[box] = entering.get(box).stream()
                    .mapToInt(link -> rows[link.from()] + 1)
                    .max()
                    .orElse(0);
        }
        for (int box = boxes - 1; box >= 0; box--) {
            int lowest = leaving.get(box).stream()
                    .mapToInt(link -> rows[link.to()] - 1)
                    .min()
                    .orElse(rows[box]);
            if (entering.get(box).size() <= leaving.get(box).size()) {
                rows[box] = lowest;
            }
        }
        List<Link> near = new ArrayList<>();
        List<Link> far = new ArrayList<>();
        links.forEach(link -> (rows[link.to()] - rows[link.from()] > FARTHEST ? far : near).add(link));
        List<Integer> all = new ArrayList<>();
        for (int row : rows) {
            all.add(row);
        }
        return new Rows(all, near, far);
    }

    int count() {
        return rows.isEmpty() ? 0 : Collections.max(rows) + 1;
    }

    private static List<List<Link>> lists(int count) {
        List<List<Link>> lists = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lists.add(new ArrayList<>());
        }
        return lists;
    }
}
