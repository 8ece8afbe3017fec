using Weir.Providers.Anthropic;
using Xunit;

namespace Weir.Tests.Providers.Anthropic;

/// <summary>Generations by their names.</summary>
public sealed class ClaudeModelTests
{
    [Theory]
    [InlineData("claude-3-5-sonnet-20241022", "sampling")]
    [InlineData("claude-3-7-sonnet-20250219", "sampling budget")]
    [InlineData("claude-opus-4-20250514", "sampling budget")]
    [InlineData("claude-opus-4-1", "sampling budget schema")]
    [InlineData("claude-haiku-4-5@20251001", "sampling budget schema")]
    [InlineData("us.anthropic.claude-sonnet-4-5-20250929-v1:0", "sampling budget schema")]
    [InlineData("anthropic/claude-sonnet-4.6", "sampling budget adaptive schema")]
    [InlineData("claude-opus-4-8", "adaptive schema turns")]
    [InlineData("claude-sonnet-5", "adaptive schema default")]
    [InlineData("claude-sonnet-5-5", "adaptive schema default turns")]
    [InlineData("claude-opus-5-5", "adaptive schema default always turns")]
    [InlineData("claude-mythos-preview", "adaptive schema default always turns")]
    [InlineData("deepseek-chat", "sampling budget schema")]
    public void Of_Name_TellsWhatTheModelTakes(string name, string expected)
    {
        var model = ClaudeModel.Of(name);

        (bool Has, string Word)[] traits =
        [
            (model.TakesSampling, "sampling"), (model.TakesBudget && model.Thinks, "budget"), (model.IsAdaptive, "adaptive"), (model.TakesSchema, "schema"),
            (model.ThinksByDefault, "default"), (model.AlwaysThinks, "always"), (model.TakesSystemTurns, "turns"),
        ];
        Assert.Equal(expected, string.Join(' ', traits.Where(trait => trait.Has).Select(trait => trait.Word)));
    }
}
