using System.Text.Json;
using Weir.Simulator.Answers;
using Weir.Simulator.Chat;
using Weir.Simulator.Wire;

namespace Weir.Simulator.Anthropic;

/// <summary>Reads how a request wants the model to think, and checks the thinking that comes back from earlier turns.</summary>
internal static class Thinking
{
    /// <summary>What Anthropic documents for tests: a prompt with it is thought about in secret.</summary>
    public const string RedactionTrigger = "ANTHROPIC_MAGIC_STRING_TRIGGER_REDACTED_THINKING_46C9A13E193C177646C7398A98432ECCCE4C1253D5E2D82641AC0E52CC2876CB";

    private const string TextPurpose = "anthropic thinking";
    private const string RedactedPurpose = "anthropic redacted thinking";
    private const int LeastBudget = 1024;

    // "thinking":{"type":"enabled","budget_tokens":2000,"display":"omitted"}
    public static ReasoningWish Read(JsonElement body, int maxTokens, string? effort, string prompt)
    {
        if (body.Field("thinking") is not { } thinking)
        {
            return ReasoningWish.Off;
        }

        var wish = thinking.RequiredString("type", "thinking.type") switch
        {
            "disabled" or "between_tools" => ReasoningWish.Off,
            "adaptive" => ReasoningWish.OfEffort(effort ?? "high"),
            "enabled" => ReasoningWish.OfEffort("high") with { Budget = ReadBudget(thinking, maxTokens) },
            var other => throw JsonFields.Refuse($"Input tag '{other}' found using 'type' does not match any of the expected tags: 'disabled', 'enabled', 'adaptive'", "thinking", "invalid_value"),
        };
        return wish with
        {
            IsHidden = thinking.OptionalString("display", "thinking.display") == "omitted",
            IsRedacted = wish.IsOn && prompt.Contains(RedactionTrigger, StringComparison.Ordinal),
        };
    }

    public static string Sign(string text) => AnswerSignature.Of(TextPurpose, text);

    public static string Redact(string text) => AnswerSignature.Seal(RedactedPurpose, text);

    /// <exception cref="RefusalException">The block is not one that the simulator wrote, or was changed.</exception>
    public static void Check(JsonElement block, string type, string path)
    {
        if (type == "redacted_thinking")
        {
            if (AnswerSignature.Open(RedactedPurpose, block.RequiredString("data", path + ".data")) is null)
            {
                throw JsonFields.Refuse($"{path}: Invalid `data` in `redacted_thinking` block", path, "invalid_value");
            }

            return;
        }

        var signature = block.RequiredString("signature", path + ".signature");
        if (!AnswerSignature.IsOf(TextPurpose, block.RequiredString("thinking", path + ".thinking"), signature))
        {
            throw JsonFields.Refuse($"{path}: Invalid `signature` in `thinking` block", path, "invalid_value");
        }
    }

    private static int ReadBudget(JsonElement thinking, int maxTokens)
    {
        var budget = thinking.OptionalInteger("budget_tokens", 1, int.MaxValue) ?? throw JsonFields.Missing("thinking.enabled.budget_tokens");
        if (budget < LeastBudget)
        {
            throw JsonFields.Refuse($"Input should be greater than or equal to {LeastBudget}", "thinking.enabled.budget_tokens", "invalid_value");
        }

        return budget < maxTokens ? budget : throw JsonFields.Refuse("`max_tokens` must be greater than `thinking.budget_tokens`", null, "invalid_value");
    }
}
