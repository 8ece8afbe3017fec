namespace Weir.OpenRouter;

/// <summary>How a chat with tools went.</summary>
public sealed record ChatToolRun
{
    /// <summary>The model's last answer.</summary>
    public required ChatResult Result { get; init; }

    /// <summary>The whole conversation: what was sent, every answer, every result of a tool. Good to go on with.</summary>
    public required IReadOnlyList<ChatMessage> Messages { get; init; }

    /// <summary>False when the model wanted to call further tools and the bound of turns was reached.</summary>
    public required bool IsComplete { get; init; }

    /// <summary>Answers of the model, each of which was charged.</summary>
    public required int Turns { get; init; }
}
