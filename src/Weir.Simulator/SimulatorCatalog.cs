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

    private static readonly FrozenDictionary<string, SimulatorModel> ByName = Models
        .SelectMany(model => model.Aliases.Prepend(model.Id), (model, name) => KeyValuePair.Create(name, model))
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The model of that id or alias, or null.</summary>
    public static SimulatorModel? Find(string name) => ByName.GetValueOrDefault(name);

    private static IEnumerable<SimulatorModel> PlainModels() =>
    [
        new()
        {
            Id = "sim/small", Kind = SimulatorModelKind.Chat, Name = "Simulator: Small",
            Description = "Answers in a few sentences drawn from the prompt. No model behind it.",
            PromptPrice = "0.0000001", CompletionPrice = "0.0000004",
        },
        new()
        {
            Id = "sim/large", Kind = SimulatorModelKind.Chat, Name = "Simulator: Large",
            Description = "Like sim/small with longer answers and ten times the price.",
            PromptPrice = "0.000001", CompletionPrice = "0.000004",
        },
        new()
        {
            Id = "sim/embedding", Kind = SimulatorModelKind.Embedding, Name = "Simulator: Embedding",
            Description = "For the embeddings endpoint; refuses chat.",
            PromptPrice = "0.00000002", CompletionPrice = "0",
        },
        new()
        {
            Id = "meta-llama/llama-3.1-8b-instruct:free", Aliases = ["llama-3.1-8b-instruct"], Kind = SimulatorModelKind.Chat,
            Name = "Meta: Llama 3.1 8B Instruct (free, simulated)",
            Description = "Stands in for the free Llama model, so that the first example runs without a key. No model behind it.",
            PromptPrice = "0", CompletionPrice = "0",
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
