using System.Collections.Immutable;
using System.Text.Json;
using Weir.Simulator.Text;
using Weir.Simulator.Wire;

namespace Weir.Simulator.Embeddings;

/// <summary>Reads the <c>input</c> of an embeddings request: a text, tokens, a list of either, or content parts.</summary>
internal sealed class EmbeddingInputReader(Tokenizer tokenizer)
{
    /// <summary>Tokens of one input.</summary>
    public const int LongestInput = 8192;

    private const int MostInputs = 2048;
    private const int MostTokens = 300_000;
    private const int TokensPerMedia = 85;

    /// <exception cref="RefusalException">The input is not one that OpenAI would take.</exception>
    public ImmutableArray<EmbeddingInput> Read(JsonElement body)
    {
        var input = body.Field("input") ?? throw JsonFields.Missing("input");
        var inputs = ReadAll(input);
        if (inputs.IsEmpty || inputs.Length > MostInputs)
        {
            throw JsonFields.Refuse($"Invalid 'input': expected 1 to {MostInputs} inputs, but got {inputs.Length}.", "input", "invalid_value");
        }

        return inputs.Sum(item => item.TokenCount) is var total && total <= MostTokens
            ? inputs
            : throw JsonFields.Refuse($"Invalid 'input': maximum request size is {MostTokens} tokens per request, but got {total}.", "input", "max_tokens_per_request");
    }

    private ImmutableArray<EmbeddingInput> ReadAll(JsonElement input)
    {
        if (input.ValueKind == JsonValueKind.String)
        {
            return [Text(input.Text("input"), "input")];
        }

        if (input.ValueKind != JsonValueKind.Array)
        {
            throw JsonFields.WrongType("input", "a string or an array", input);
        }

        // [9906,1917] is one input of two tokens; ["a","b"] and [[9906],[1917]] are two.
        return input.GetArrayLength() > 0 && input[0].ValueKind == JsonValueKind.Number
            ? [Tokens(input, "input")]
            : [.. input.EnumerateArray().Take(MostInputs + 1).Select((item, index) => ReadOne(item, $"input[{index}]"))];
    }

    private EmbeddingInput ReadOne(JsonElement item, string path) => item.ValueKind switch
    {
        JsonValueKind.Array => Tokens(item, path),
        JsonValueKind.Object => Parts(item, path),
        _ => Text(item.Text(path), path),
    };

    private EmbeddingInput Text(string text, string path)
    {
        var count = text.Length > 0 ? tokenizer.Count(text) : throw JsonFields.Refuse($"Invalid '{path}': an empty string has no embedding.", "input", "empty_string");
        return Checked(new EmbeddingInput(text, count));
    }

    private EmbeddingInput Tokens(JsonElement list, string path)
    {
        var tokens = list.EnumerateArray().Take(LongestInput + 1)
            .Select(item => item.ValueKind == JsonValueKind.Number && item.TryGetInt32(out var token) ? token : throw JsonFields.WrongType(path, "an array of integers", item)).ToList();
        if (tokens.Count == 0)
        {
            throw JsonFields.Refuse($"Invalid '{path}': an empty array has no embedding.", "input", "empty_array");
        }

        Checked(new EmbeddingInput("", tokens.Count));
        var text = tokenizer.Decode(tokens) ?? throw JsonFields.Refuse($"Invalid '{path}': it holds a token that o200k_base does not have.", "input", "invalid_value");
        return new EmbeddingInput(text, tokens.Count);
    }

    // {"content":[{"type":"text","text":"a river"},{"type":"image_url","image_url":{"url":"…"}}]}
    private EmbeddingInput Parts(JsonElement item, string path)
    {
        var content = item.Field("content") is { ValueKind: JsonValueKind.Array } list ? list : throw JsonFields.Missing(path + ".content");
        var texts = content.EnumerateArray().Select(part => part.Field("text")?.Text(path + ".content[].text") ?? part.GetRawText()).ToList();
        var mediaCount = content.EnumerateArray().Count(part => part.Field("text") is null);
        var written = string.Join('\n', content.EnumerateArray().Where(part => part.Field("text") is not null).Select(part => part.Field("text")!.Value.Text(path)));
        return Checked(new EmbeddingInput(string.Join('\n', texts), tokenizer.Count(written) + (mediaCount * TokensPerMedia)));
    }

    private static EmbeddingInput Checked(EmbeddingInput input) => input.TokenCount <= LongestInput
        ? input
        : throw JsonFields.Refuse(
            $"This model's maximum context length is {LongestInput} tokens, however you requested {input.TokenCount} tokens or more. Please reduce your prompt; or completion length.",
            "input",
            "context_length_exceeded");
}
