package dev.mote.app.studio.training;

import dev.mote.app.studio.UnknownIdException;
import dev.mote.model.BadInputException;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.OptionalLong;

/** What requests do to trainings. */
@Singleton
final class Trainings {
    private final TrainingQueue queue;
    private final CommandTrainings command;
    private final CheckRequest check;

    Trainings(TrainingQueue queue, CommandTrainings command, CheckRequest check) {
        this.queue = queue;
        this.command = command;
        this.check = check;
    }

    Training submit(TrainingRequest request) {
        // Refused before a folder is made for it.
        TrainingOrder order = check.of(request, "");
        return queue.submit(request.recipe(), order::at);
    }

    void stop(String id) {
        if (queue.find(id).isEmpty() && command.find(id).isPresent()) {
            throw new BadInputException("this training was started by the command; stop it there with Ctrl+C");
        }
        queue.stop(id);
    }

    /** Also takes over an interrupted training of the command. */
    void resume(String id) {
        if (queue.find(id).isPresent()) {
            queue.resume(id);
            return;
        }
        CommandTrainings.Found found = command.find(id).orElseThrow(() -> new UnknownIdException("training"));
        if (!found.canGoOn()) {
            throw new BadInputException(found.progress().recipe() + ": "
                    + (found.running() ? "is running" : "has left no checkpoint to go on from; train it anew"));
        }
        String data = found.progress().data();
        queue.adopt(
                found.progress().recipeYaml(),
                new TrainingOrder(
                        found.progress().recipe(),
                        CommandTrainings.dataName(found.progress()),
                        Optional.of(data),
                        found.progress().int8(),
                        OptionalLong.empty(),
                        found.run().place(),
                        TrainingState.WAITING,
                        System.currentTimeMillis(),
                        Optional.empty()),
                id);
    }

    void remove(String id) {
        if (queue.find(id).isEmpty() && command.find(id).isPresent()) {
            throw new BadInputException("this training was started by the command; remove its folder there");
        }
        queue.remove(id);
    }
}
