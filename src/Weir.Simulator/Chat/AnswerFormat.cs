using System.Text.Json;

namespace Weir.Simulator.Chat;

/// <summary>The <c>response_format</c> of a request.</summary>
/// <param name="Schema">Only with <see cref="AnswerFormatKind.JsonSchema"/>.</param>
internal sealed record AnswerFormat(AnswerFormatKind Kind, JsonElement Schema = default)
{
    public static readonly AnswerFormat Text = new(AnswerFormatKind.Text);
}
