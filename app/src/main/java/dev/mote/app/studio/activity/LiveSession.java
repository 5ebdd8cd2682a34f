package dev.mote.app.studio.activity;

import dev.mote.app.studio.UnknownIdException;
import dev.mote.dataset.recording.PushedRows;
import dev.mote.dataset.recording.RecordedRow;
import dev.mote.model.BadInputException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** What happens on one socket: a thread of its own runs the stream, and looks at what the page says between two steps. */
final class LiveSession implements Runnable {
    private static final Logger LOG = Logger.getLogger(LiveSession.class);
    private static final int MOST_WAITING = 64;
    private static final long TICK_NANOS = 66_000_000;
    /** Of a page that does nothing. */
    private static final long LONGEST_IDLE_NANOS = TimeUnit.MINUTES.toNanos(30);

    private final Outlet outlet;
    private final LiveModels models;
    private final StreamCatalogue streams;
    private final BlockingQueue<LiveRequest> requests = new LinkedBlockingQueue<>(MOST_WAITING);
    private Optional<LiveRun> run = Optional.empty();
    private volatile Optional<PushedRows> phone = Optional.empty();
    private volatile Optional<String> refusal = Optional.empty();
    private volatile boolean closed;
    private long lastTick;

    LiveSession(Outlet outlet, LiveModels models, StreamCatalogue streams) {
        this.outlet = outlet;
        this.models = models;
        this.streams = streams;
    }

    /** From the socket's thread. @throws BadInputException one line, if the page says too much at once */
    void tell(LiveRequest request) {
        switch (request) {
            case LiveRequest.Samples samples -> phone.ifPresent(rows -> push(rows, samples));
            case LiveRequest.Start start -> {
                phone.ifPresent(PushedRows::end);
                phone = start.stream().equals(StreamCatalogue.PHONE) ? Optional.of(new PushedRows()) : Optional.empty();
                enqueue(start);
            }
            case LiveRequest.Stop stop -> {
                phone.ifPresent(PushedRows::end);
                enqueue(stop);
            }
            case LiveRequest.Pause _, LiveRequest.Resume _, LiveRequest.Speed _, LiveRequest.Change _ ->
                enqueue(request);
        }
    }

    private void enqueue(LiveRequest request) {
        if (!requests.offer(request)) {
            throw new BadInputException("more than " + MOST_WAITING + " messages wait; send fewer");
        }
    }

    private static void push(PushedRows rows, LiveRequest.Samples samples) {
        int width = LiveRequest.VALUES;
        for (int i = 0; i < samples.micros().size(); i++) {
            float[] values = new float[width];
            for (int c = 0; c < width; c++) {
                Float value = samples.values().get(i * width + c);
                values[c] = value == null ? Float.NaN : value;
            }
            rows.push(new RecordedRow(0, 0, samples.micros().get(i), values, samples.label()));
        }
    }

    /** From the socket's thread: the session ends, and says why. */
    void refuse(String why) {
        refusal = Optional.of(why);
        close();
    }

    /** From the socket's thread: the page is gone. */
    void close() {
        closed = true;
        phone.ifPresent(PushedRows::end);
        requests.offer(new LiveRequest.Stop());
    }

    @Override
    public void run() {
        try {
            boolean more = true;
            while (more && !closed) {
                more = step();
            }
            refusal.ifPresent(outlet::refuse);
        } catch (BadInputException | UnknownIdException e) {
            outlet.refuse(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("activity live", e);
            outlet.refuse("internal error: the studio's own messages tell more");
        } finally {
            run.ifPresent(LiveRun::close);
        }
    }

    /** @return false at the end */
    private boolean step() throws InterruptedException {
        boolean running = run.filter(LiveRun::isRunning).isPresent();
        long wait = running ? lastTick + TICK_NANOS - System.nanoTime() : LONGEST_IDLE_NANOS;
        LiveRequest request = requests.poll(Math.max(0, wait), TimeUnit.NANOSECONDS);
        if (request != null) {
            return handle(request);
        }
        if (!running) {
            outlet.refuse("nothing happened for half an hour; load the page again");
            return false;
        }
        return tick(run.orElseThrow());
    }

    private boolean tick(LiveRun present) {
        lastTick = System.nanoTime();
        boolean sent = outlet.send(present.tick(lost()));
        return sent && (!present.isEnded() || end(present));
    }

    private long lost() {
        return phone.map(PushedRows::lost).orElse(0L);
    }

    private boolean end(LiveRun ended) {
        ended.close();
        run = Optional.empty();
        return outlet.send(new LiveReply.Ended(ended.totals(lost())));
    }

    private boolean handle(LiveRequest request) {
        return switch (request) {
            case LiveRequest.Start start -> start(start);
            case LiveRequest.Stop _ -> closed || run.isEmpty() || run.get().isEnding() || end(run.get());
            case LiveRequest.Pause _ -> {
                run.ifPresent(LiveRun::pause);
                yield true;
            }
            case LiveRequest.Resume _ -> {
                run.ifPresent(LiveRun::resume);
                yield true;
            }
            case LiveRequest.Speed(int speed) -> {
                run.ifPresent(present -> present.speed(speed));
                yield true;
            }
            case LiveRequest.Change change -> change(change);
            case LiveRequest.Samples _ -> true;
        };
    }

    private boolean start(LiveRequest.Start start) {
        run.ifPresent(LiveRun::close);
        run = Optional.empty();
        LiveModel model = models.model(start.model());
        LiveStream stream = phone.isPresent()
                ? LiveStream.ofPhone(phone.get(), model.demand())
                : LiveStream.open(
                        streams.source(
                                model,
                                start.stream(),
                                start.schedule(),
                                start.seed() == null ? model.seed() : start.seed()),
                        start.recording(),
                        start.byTime());
        LiveRun started = new LiveRun(model, stream, start);
        run = Optional.of(started);
        lastTick = System.nanoTime();
        return outlet.send(started.started());
    }

    private boolean change(LiveRequest.Change change) {
        try {
            run.ifPresent(present -> present.change(change));
            return true;
        } catch (BadInputException e) {
            return outlet.send(new LiveReply.Trouble(e.getMessage()));
        }
    }
}
