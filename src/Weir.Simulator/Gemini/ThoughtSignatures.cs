using System.Text;
using System.Text.Json;
using Weir.Simulator.Answers;
using Weir.Simulator.Wire;

namespace Weir.Simulator.Gemini;

/// <summary>Signs function calls and thoughts, and checks what comes back in the next turn.</summary>
internal static class ThoughtSignatures
{
    private const string CallPurpose = "gemini call";
    private const string ThoughtPurpose = "gemini thought";

    // What Google documents for calls that another model made.
    private static readonly string[] Skips = ["skip_thought_signature_validator", "context_engineering_is_the_way_to_go"];

    public static string OfCall(string name, JsonElement arguments) => AnswerSignature.Of(CallPurpose, Content(name, arguments));

    /// <summary>For an answer in text or pictures: it carries the thought itself.</summary>
    public static string OfThought(string thought) => AnswerSignature.Seal(ThoughtPurpose, thought);

    /// <exception cref="RefusalException">It is not a signature of that part.</exception>
    public static void Check(JsonElement part, string path)
    {
        if (part.Either("thoughtSignature")?.Text(path + ".thought_signature") is not { } signature || Skips.Contains(signature))
        {
            return;
        }

        var isGood = part.Either("functionCall") is { } call
            ? signature == OfCall(call.RequiredString("name", path + ".function_call.name"), call.Field("args") ?? default)
            : AnswerSignature.Open(ThoughtPurpose, signature) is not null;
        if (!isGood)
        {
            throw JsonFields.Refuse("Corrupted thought signature.", path, "invalid_value");
        }
    }

    /// <exception cref="RefusalException">It is not there.</exception>
    public static void Require(JsonElement part, string name, string path)
    {
        if (part.Either("thoughtSignature") is null)
        {
            throw JsonFields.Refuse(
                $"Function call is missing a thought_signature in functionCall parts. This is required for tools to work correctly, and missing thought_signature may lead to degraded model performance. Additional data, function call `default_api:{name}`, position {path}. Please refer to https://ai.google.dev/gemini-api/docs/thought-signatures for more details.",
                path,
                "invalid_value");
        }
    }

    private static string Content(string name, JsonElement arguments) =>
        name + "\n" + (arguments.ValueKind == JsonValueKind.Object ? Encoding.UTF8.GetString(JsonOutput.Build(arguments.WriteTo).Span) : "{}");
}
