namespace Weir.Simulator.Chat;

/// <summary>What kind of text an answer is.</summary>
internal enum AnswerFormatKind
{
    Text,
    JsonObject,
    JsonSchema,
}
