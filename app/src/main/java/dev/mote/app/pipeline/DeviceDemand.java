package dev.mote.app.pipeline;

import dev.mote.codegen.Core;
import dev.mote.codegen.Figures;
import dev.mote.codegen.ModelSource;
import dev.mote.device.budget.Budget;
import dev.mote.device.budget.Supply;
import dev.mote.device.budget.Work;
import dev.mote.device.budget.WorkCounter;
import dev.mote.device.catalogue.Device;
import dev.mote.device.catalogue.Fit;
import dev.mote.model.frontend.FrontEnd;
import dev.mote.model.frontend.ImageFrontEnd;
import dev.mote.model.frontend.SignalFrontEnd;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.ModelCard;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The devices that a model is wanted on, and how it is to run there.
 *
 * @param everySeconds from one window to the next; empty for what the model's front end says, if it has one
 * @param counted whether instructions are counted on emulated boards, where there are any, instead of estimated
 */
public record DeviceDemand(List<Device> devices, OptionalDouble everySeconds, Supply supply, boolean counted) {
    public static final DeviceDemand NONE = new DeviceDemand(List.of(), OptionalDouble.empty(), Supply.MAINS, false);

    public DeviceDemand {
        devices = List.copyOf(devices);
    }

    /**
     * From the device with the least RAM to that with the most.
     *
     * @param figures of each core
     */
    public List<DeviceFit> fits(Graph graph, ModelSource source, Map<Core, Figures> figures) {
        WorkCounter counter = new WorkCounter(graph, source);
        OptionalDouble every = everySeconds.isPresent() ? everySeconds : every(graph.card());
        return devices.stream()
                .sorted(Comparator.comparing(Device::ramBytes)
                        .thenComparing(Device::flashBytes)
                        .thenComparing(Device::name))
                .map(device -> fit(device, figures.get(device.core()), every, counter))
                .toList();
    }

    private DeviceFit fit(Device device, Figures figures, OptionalDouble every, WorkCounter counter) {
        Optional<Work> work = counted ? counter.of(device, figures) : counter.estimated(figures);
        return DeviceFit.of(new Fit(device, figures), new Budget(device, work, every, supply));
    }

    private static OptionalDouble every(ModelCard card) {
        return card.frontEnd().map(DeviceDemand::every).orElse(OptionalDouble.empty());
    }

    private static OptionalDouble every(FrontEnd frontEnd) {
        return switch (frontEnd) {
            case SignalFrontEnd signal -> OptionalDouble.of(signal.stride() / signal.rateHertz());
            case ImageFrontEnd image -> OptionalDouble.empty();
        };
    }
}
