package dev.rwtui.facts;

import dev.rwtui.facts.model.Gpu;
import dev.rwtui.facts.model.GpuProcess;
import dev.rwtui.facts.model.GpuReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the GPUs, from whichever tool told of them. */
final class GpuReading {

    private static final String LATE = "no answer within 4 s";
    private static final String NVIDIA = "nvidia-smi";

    private final Told told;
    private final Findings findings;

    GpuReading(Told told, Findings findings) {
        this.told = told;
        this.findings = findings;
    }

    GpuReport report() {
        if (told.fields("gpus").isPresent()) {
            return new GpuReport.NoTool("nvidia-smi is not there");
        }
        return told.answer("nvidia")
                .map(this::nvidia)
                .or(() -> told.answer("rocm").map(answer -> other("rocm-smi", answer)))
                .or(() -> told.answer("apple").map(answer -> other("system_profiler", answer)))
                .orElseGet(() -> failed("GPUs", "not told in time"));
    }

    private GpuReport failed(String part, String why) {
        findings.unfinished(part, why);
        return new GpuReport.Failed(why);
    }

    private GpuReport other(String tool, Answer answer) {
        if (answer.end() == Answer.End.LATE) {
            return failed(tool, LATE);
        }
        return tool.equals("rocm-smi")
                ? RocmTable.parse(answer.section(""))
                : new GpuReport.Gpus(MacTables.gpus(answer.section("")), Optional.empty(), Optional.empty());
    }

    /** What was printed before it hung is told too. */
    private GpuReport nvidia(Answer answer) {
        NvidiaTables.Gpus read = NvidiaTables.gpus(answer.section("fields"), answer.section("gpus"));
        if (read.gpus().isEmpty()) {
            return answer.end() == Answer.End.LATE ? failed(NVIDIA, LATE) : new GpuReport.Failed(said(read.words()));
        }
        if (answer.end() == Answer.End.LATE) {
            findings.unfinished(NVIDIA, LATE);
        }
        read.words().forEach(findings::note);
        if (read.gpus().size() > 1) {
            findings.note("CUDA counts the fastest GPU first; with CUDA_DEVICE_ORDER=PCI_BUS_ID as nvidia-smi does");
        }
        Optional<Answer> version = told.answer("versions");
        if (version.filter(text -> text.end() == Answer.End.LATE).isPresent()) {
            findings.unfinished("CUDA version", LATE);
        }
        String versions =
                version.map(text -> String.join("\n", text.sections().values())).orElse("");
        return new GpuReport.Gpus(
                withProcesses(read.gpus()),
                read.driver().or(() -> NvidiaTables.driver(versions)),
                NvidiaTables.cuda(versions));
    }

    private static String said(List<String> words) {
        return words.isEmpty() ? "nvidia-smi says nothing" : String.join(" ", words);
    }

    private List<Gpu> withProcesses(List<Gpu> gpus) {
        Answer answer = told.answer("processes").orElseGet(() -> Answer.parse("", ""));
        String csv = answer.section("processes");
        if (answer.end() == Answer.End.LATE && answer.section("owners").isEmpty()) {
            findings.unfinished("GPU processes", LATE);
            return gpus;
        }
        Optional<List<NvidiaTables.OnGpu>> processes = answer.end() == Answer.End.FAILED
                ? Optional.empty()
                : NvidiaTables.processes(csv, answer.section("owners"));
        if (processes.isEmpty()) {
            findings.unfinished("GPU processes", csv.isEmpty() ? "nvidia-smi says nothing" : csv);
            return gpus;
        }
        return placed(gpus, processes.get());
    }

    /** A process on a slice names the slice, which belongs to a GPU that is cut up. */
    private List<Gpu> placed(List<Gpu> gpus, List<NvidiaTables.OnGpu> processes) {
        List<Gpu> cut =
                gpus.stream().filter(gpu -> gpu.mig() == Gpu.Mig.ENABLED).toList();
        List<NvidiaTables.OnGpu> left = new ArrayList<>(processes);
        List<Gpu> placed = new ArrayList<>();
        for (Gpu gpu : gpus) {
            List<NvidiaTables.OnGpu> on = left.stream()
                    .filter(process -> gpu.uuid().equals(Optional.of(process.uuid()))
                            || (process.uuid().startsWith("MIG-") && cut.size() == 1 && cut.contains(gpu)))
                    .toList();
            left.removeAll(on);
            placed.add(gpu.with(on.stream().map(NvidiaTables.OnGpu::process).collect(Collectors.toList())));
        }
        left.stream()
                .map(NvidiaTables.OnGpu::process)
                .map(GpuProcess::pid)
                .forEach(
                        pid -> findings.note("process " + pid + " computes on a slice of one of the GPUs in MIG mode"));
        return List.copyOf(placed);
    }
}
