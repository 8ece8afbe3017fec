using System.Collections.Frozen;
using System.Collections.Immutable;
using Weir.Simulator.Faults;

namespace Weir.Simulator;

/// <summary>Every model the simulator serves: the plain ones, and one for each fault.</summary>
public static class SimulatorCatalog
{
    /// <summary>Start of the request headers that make any model break; see the documentation of each fault.</summary>
    public const string HeaderPrefix = "x-sim-";

    /// <summary>Context length of every simulated model, in tokens.</summary>
    public const int ContextLength = 131_072;

    /// <summary>Models in the order <c>GET /v1/models</c> lists them.</summary>
    public static ImmutableArray<SimulatorModel> Models { get; } = [.. PlainModels(), .. FaultTable.Faults.Select(FaultModel)];

    private static ImmutableArray<string> ChatInputs => ["text", "image", "audio", "file"];

    private static readonly FrozenDictionary<string, SimulatorModel> ByName = Models
        .SelectMany(model => model.Aliases.Prepend(model.Id), (model, name) => KeyValuePair.Create(name, model))
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The model of that id or alias, or null.</summary>
    public static SimulatorModel? Find(string name) => ByName.GetValueOrDefault(name);

    private static IEnumerable<SimulatorModel> PlainModels() => [.. ChatModels(), .. OtherModels()];

    private static IEnumerable<SimulatorModel> ChatModels() =>
    [
        new()
        {
            Id = "sim/small", Aliases = ["gemini-sim-small"], Kind = SimulatorModelKind.Chat, Name = "Simulator: Small",
            Description = "Answers in a few sentences drawn from the prompt. No model behind it.",
            InputModalities = ChatInputs,
            PromptPrice = "0.0000001", CompletionPrice = "0.0000004",
        },
        new()
        {
            Id = "sim/large", Aliases = ["gemini-sim-large"], Kind = SimulatorModelKind.Chat, Name = "Simulator: Large",
            Description = "Like sim/small with longer answers and ten times the price.",
            InputModalities = ChatInputs,
            PromptPrice = "0.000001", CompletionPrice = "0.000004",
        },
        new()
        {
            Id = "sim/audio", Kind = SimulatorModelKind.Chat, Name = "Simulator: Audio",
            Description = "Like sim/small, and hums its answer where audio is asked for.",
            InputModalities = ChatInputs, OutputModalities = ["text", "audio"],
            PromptPrice = "0.0000001", CompletionPrice = "0.0000004",
        },
        new()
        {
            Id = "meta-llama/llama-3.1-8b-instruct:free", Aliases = ["llama-3.1-8b-instruct"], Kind = SimulatorModelKind.Chat,
            Name = "Meta: Llama 3.1 8B Instruct (free, simulated)",
            Description = "Stands in for the free Llama model, so that the first example runs without a key. No model behind it.",
            PromptPrice = "0", CompletionPrice = "0",
        },
    ];

    private static IEnumerable<SimulatorModel> OtherModels() =>
    [
        new()
        {
            Id = "sim/embedding", Kind = SimulatorModelKind.Embedding, Name = "Simulator: Embedding",
            Description = "For the embeddings endpoint; refuses chat.",
            OutputModalities = ["embeddings"],
            PromptPrice = "0.00000002", CompletionPrice = "0",
        },
        new()
        {
            Id = "sim/rerank", Kind = SimulatorModelKind.Rerank, Name = "Simulator: Rerank",
            Description = "Ranks documents by the words they share with the query.",
            OutputModalities = ["rerank"],
            PromptPrice = "0.00000002", CompletionPrice = "0",
        },
        new()
        {
            Id = "sim/image", Aliases = ["gemini-sim-image"], Kind = SimulatorModelKind.Image, Name = "Simulator: Image",
            Description = "Draws coloured shapes from the words of the prompt, for the images endpoint and in chat.",
            InputModalities = ["text", "image"], OutputModalities = ["image", "text"],
            PromptPrice = "0.0000005", CompletionPrice = "0.000004",
        },
        new()
        {
            Id = "sim/speech", Kind = SimulatorModelKind.Speech, Name = "Simulator: Speech",
            Description = "Turns text into tones of the length a voice would need.",
            OutputModalities = ["speech"],
            PromptPrice = "0.000001", CompletionPrice = "0",
        },
        new()
        {
            Id = "sim/transcribe", Kind = SimulatorModelKind.Transcription, Name = "Simulator: Transcribe",
            Description = "Writes the same words for the same recording, as many as its length has room for.",
            InputModalities = ["audio"], OutputModalities = ["transcription"],
            PromptPrice = "0.000001", CompletionPrice = "0.000002",
        },
    ];

    private static SimulatorModel FaultModel(SimulatedFault fault) => new()
    {
        Id = fault.ModelId,
        Kind = SimulatorModelKind.Fault,
        Name = $"Simulator: {fault.Name}",
        Description = fault.Description,
        PromptPrice = "0.0000001",
        CompletionPrice = "0.0000004",
    };
}
