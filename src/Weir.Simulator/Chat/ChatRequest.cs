using System.Collections.Immutable;

namespace Weir.Simulator.Chat;

/// <summary>A chat completion request, checked, with the parameters that shape the answer.</summary>
internal sealed record ChatRequest
{
    /// <summary>Model as the client named it, alias included: the response repeats it.</summary>
    public required string Model { get; init; }

    public required ImmutableArray<ChatMessage> Messages { get; init; }

    public bool Stream { get; init; }

    public bool IncludeUsage { get; init; }

    public int? MaxTokens { get; init; }

    public ImmutableArray<string> Stops { get; init; } = [];

    public int ChoiceCount { get; init; } = 1;

    public bool Logprobs { get; init; }

    public int TopLogprobs { get; init; }

    public long Seed { get; init; }

    public ImmutableArray<ChatTool> Tools { get; init; } = [];

    public ToolChoice ToolChoice { get; init; } = ToolChoice.Auto;

    public bool ParallelToolCalls { get; init; } = true;

    public AnswerFormat Format { get; init; } = AnswerFormat.Text;

    public ReasoningWish Reasoning { get; init; } = ReasoningWish.Off;

    /// <summary>Whether the answer is to come with a picture.</summary>
    public bool WantsImage { get; init; }

    /// <summary>Null when the answer is not to be heard.</summary>
    public AudioWish? Audio { get; init; }

    /// <summary>Beginning of the answer that the client wrote itself; it is not repeated.</summary>
    public string Prefill { get; init; } = "";
}
