namespace Weir.Simulator.Chat;

/// <summary>The <c>tool_choice</c> of a request.</summary>
/// <param name="Name">The tool to call; only with <see cref="ToolChoiceMode.Named"/>.</param>
internal sealed record ToolChoice(ToolChoiceMode Mode, string? Name = null)
{
    public static readonly ToolChoice Auto = new(ToolChoiceMode.Auto);
}
