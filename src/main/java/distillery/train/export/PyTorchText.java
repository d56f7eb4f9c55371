package distillery.train.export;

import distillery.data.NumberRange;
import distillery.data.Samples;
import distillery.data.Shape;
import distillery.method.LiveHyperparameters;
import distillery.net.LayerSpec;
import distillery.net.NetSpec;
import distillery.net.Optimiser;
import distillery.train.DataChoice;
import distillery.train.TrainSettings;

/** The words of the program. */
final class PyTorchText {
    private static final String HEAD = """
            # %s
            # Written by Distillery. Needs Python 3, NumPy and PyTorch; beside it must lie %s.
            #
            #     python3 THIS_FILE%s
            #
            # Two students with the same first weights see the same batches in the same order: one learns from the
            # labels only, the other as the method says. The first %d losses of both are printed, then the test errors.
            import os
            import sys

            import numpy as np
            import torch
            import torch.nn.functional as F
            from torch import nn

            HERE = os.path.dirname(os.path.abspath(__file__))
            NUMBERS = np.load(os.path.join(HERE, "%s"))

            TEMPERATURE = %s
            SOFT_WEIGHT = %s
            HARD_WEIGHT = %s
            LEARNING_RATE = %s
            BATCH = %d
            EPOCHS = %d
            PICTURE = (%d, %d, %d)
            """;

    private static final String IDX = """


            def idx(folder, part, kind):
                \"""An IDX file, such as train-images-idx3-ubyte or train-images-idx3-ubyte.gz, as an array of bytes.\"""
                import glob
                import gzip

                found = sorted(glob.glob(os.path.join(folder, "*" + part + "*" + kind + "*")))
                if not found:
                    sys.exit("no file with " + part + " and " + kind + " in its name is in " + folder)
                with (gzip.open if found[0].endswith(".gz") else open)(found[0], "rb") as file:
                    content = file.read()
                sides = [int.from_bytes(content[4 + 4 * i : 8 + 4 * i], "big") for i in range(content[3])]
                return np.frombuffer(content, np.uint8, offset=4 + 4 * content[3]).reshape(sides)


            def digits(folder, part, classes=None):
                \"""Pixels from 0 to 1, one picture a row, and labels from 0 on.\"""
                images = idx(folder, part, "images")
                labels = idx(folder, part, "labels")
                classes = np.unique(labels) if classes is None else classes
                images = images%s.reshape(len(images), -1).astype(np.float32) / 255
                return torch.from_numpy(images), torch.from_numpy(np.searchsorted(classes, labels)), classes


            if len(sys.argv) != 2:
                sys.exit("usage: python3 " + sys.argv[0] + " FOLDER, with the four IDX files in it")
            train_inputs, train_labels, classes = digits(sys.argv[1], "train")
            test_inputs, test_labels, _ = digits(sys.argv[1], "t10k", classes)
            """;

    private static final String TOY = """


            def points(part):
                return torch.from_numpy(NUMBERS[part + ".inputs"]), torch.from_numpy(NUMBERS[part + ".labels"]).long()


            train_inputs, train_labels = points("train")
            test_inputs, test_labels = points("test")
            """;

    private static final String LOOP = """


            def ask(net, inputs):
                pictures = isinstance(net[0], (nn.Conv2d, nn.MaxPool2d))
                return net(inputs.view(-1, *PICTURE) if pictures else inputs)


            def with_weights(net, name):
                state = {key: torch.from_numpy(NUMBERS[name + "." + key]) for key in net.state_dict()}
                net.load_state_dict(state)
                return net


            def errors(net):
                with torch.no_grad():
                    return sum(
                        int((ask(net, test_inputs[i : i + 500]).argmax(1) != test_labels[i : i + 500]).sum())
                        for i in range(0, len(test_inputs), 500)
                    )


            teacher = with_weights(teacher_net(), "teacher").eval()
            students = {name: with_weights(student_net(), "student") for name in ("distilled", "labels only")}
            optimisers = {name: optimiser(net.parameters()) for name, net in students.items()}
            print("teacher: %%d test errors" %% errors(teacher))
            order = NUMBERS["order"].astype(np.int64)
            step = 0
            for epoch in range(EPOCHS):
                places = torch.from_numpy(order[epoch %% len(order)])
                for start in range(0, len(places), BATCH):
                    batch = places[start : start + BATCH]
                    inputs, labels = train_inputs[batch], train_labels[batch]
                    with torch.no_grad():
                        taught = ask(teacher, inputs)
                    losses = {}
                    for name, net in students.items():
                        logits = ask(net, inputs)
                        hard = F.cross_entropy(logits, labels)
                        loss = distillation(logits, taught, labels, hard, epoch + 1) if name == "distilled" else hard
                        optimisers[name].zero_grad()
                        loss.backward()
                        optimisers[name].step()
                        losses[name] = float(loss.detach())
                    step += 1
                    if step <= %d:
                        print("step %%d: distilled %%.7f, labels only %%.7f" %% (step, losses["distilled"], losses["labels only"]))
            for name, net in students.items():
                print("%%s: %%d test errors" %% (name, errors(net)))
            """;

    /** Losses that are printed. */
    private static final int STEPS = 100;

    private PyTorchText() {}

    static String of(TrainSettings settings, Samples train, String arraysName) {
        boolean toy = settings.data().equals(TrainSettings.TOY);
        LiveHyperparameters knobs = settings.live().knobs();
        boolean turned = DataChoice.of(settings.data()).turned();
        return HEAD.formatted(
                        settings.student() + " from " + settings.teacher().layers() + " by "
                                + settings.method().kind().id() + ", seed " + settings.seed(),
                        arraysName,
                        toy ? "" : " FOLDER, the folder of the four IDX files",
                        STEPS,
                        arraysName,
                        NumberRange.readable(knobs.temperature()),
                        NumberRange.readable(knobs.softWeight()),
                        NumberRange.readable(knobs.hardWeight()),
                        NumberRange.readable(settings.live().learningRate()),
                        settings.live().batchSize(),
                        settings.epochs(),
                        train.channels(),
                        train.height(),
                        train.width())
                + (toy ? TOY : IDX.formatted(turned ? ".transpose(0, 2, 1)" : ""))
                + net("teacher_net", settings.teacher().layers())
                + net("student_net", settings.student())
                + optimiser(settings.optimiser())
                + PyTorchLosses.of(settings.method().method())
                + LOOP.formatted(STEPS);
    }

    /** The same layers as a Sequential, so that its weights have the names that they have in the file. */
    private static String net(String name, NetSpec spec) {
        StringBuilder layers = new StringBuilder();
        for (int i = 0; i < spec.layers().size(); i++) {
            LayerSpec layer = spec.layers().get(i);
            Shape in = spec.before(i);
            if (layer instanceof LayerSpec.Convolution convolution) {
                int size = convolution.kernel();
                add(
                        layers,
                        "nn.Conv2d(%d, %d, %d, padding=%d)"
                                .formatted(in.channels(), convolution.channels(), size, size / 2));
                add(layers, "nn.ReLU()");
            } else if (layer instanceof LayerSpec.MaxPool pool) {
                add(layers, "nn.MaxPool2d(%d)".formatted(pool.size()));
            } else if (layer instanceof LayerSpec.Dense dense) {
                if (i > 0 && !(spec.layers().get(i - 1) instanceof LayerSpec.Dense)) {
                    add(layers, "nn.Flatten()");
                }
                add(layers, "nn.Linear(%d, %d)".formatted(in.size(), dense.units()));
                if (i + 1 < spec.layers().size()) {
                    add(layers, "nn.ReLU()");
                }
            }
        }
        return "\n\ndef " + name + "():\n    return nn.Sequential(\n" + layers + "    )\n";
    }

    private static void add(StringBuilder layers, String layer) {
        layers.append("        ").append(layer).append(",\n");
    }

    private static String optimiser(Optimiser rule) {
        String made = rule instanceof Optimiser.Sgd sgd
                ? "torch.optim.SGD(parameters, lr=LEARNING_RATE, momentum=" + sgd.momentum() + ")"
                : adam((Optimiser.Adam) rule);
        return "\n\ndef optimiser(parameters):\n    return " + made + "\n";
    }

    private static String adam(Optimiser.Adam adam) {
        return "torch.optim.Adam(parameters, lr=LEARNING_RATE, betas=(%s, %s), eps=%s)"
                .formatted(adam.beta1(), adam.beta2(), adam.epsilon());
    }
}
