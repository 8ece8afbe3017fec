using System.Collections.Immutable;
using System.Text.Json;
using Weir.Gateway.Chat;
using Weir.Gateway.Operations.Chat;

namespace Weir.Gateway.Routing;

/// <summary>What a request asks of an endpoint; what is costly to find is found when somebody asks.</summary>
/// <remarks>One a plan, used by one thread.</remarks>
internal sealed class RequestNeeds
{
    private readonly ModelRequest _request;
    private long? _promptTokens;

    public RequestNeeds(RouteQuery query)
    {
        _request = query.Request;
        IsChat = query.Operation is ChatOperation;
        Media = new MediaNeeds(query.Request, query.Operation);
        MaxTokens = Whole("max_completion_tokens") ?? Whole("max_tokens");
        HasTools = IsFilledList(_request.Value("tools").Span);
        Format = FormatOf(_request.Value("response_format"));
        HasVerbosity = _request.Has("verbosity");
        ServiceTier = Text("service_tier") is { } tier ? (tier == "fast" ? "priority" : tier) : IsChat && Text("speed") == "fast" ? "priority" : null;
    }

    public bool IsChat { get; }

    public MediaNeeds Media { get; }

    /// <summary>The most tokens of the answer that the request allows; null: it does not say.</summary>
    public long? MaxTokens { get; }

    public bool HasTools { get; }

    /// <summary><c>json_object</c>, <c>json_schema</c> or another form than plain text; null: plain text.</summary>
    public string? Format { get; }

    public bool HasVerbosity { get; }

    /// <summary><c>priority</c> also where the request says <c>fast</c>, or says nothing of tiers and has Anthropic's <c>speed: fast</c>; null: it does not say.</summary>
    public string? ServiceTier { get; }

    /// <summary>Tokens that the prompt has at least.</summary>
    public long PromptTokens => _promptTokens ??= PromptBound.Count(_request);

    /// <summary>What <see cref="PromptTokens"/> cannot exceed; costs nothing.</summary>
    public long MostPromptTokens => PromptBound.AtMost(_request);

    /// <summary>Whether prompt and answer certainly need more than this many tokens.</summary>
    public bool Exceeds(long tokens) => PromptExceeds(tokens - (MaxTokens ?? 0));

    public bool PromptExceeds(long tokens) => tokens < MostPromptTokens && tokens < PromptTokens;

    /// <summary>The parameters of the chat API that the request uses; of another operation, none.</summary>
    public ImmutableArray<string> Parameters()
    {
        if (!IsChat)
        {
            return [];
        }

        var used = ImmutableArray.CreateBuilder<string>();
        foreach (var member in _request.Members)
        {
            if (ChatParameters.Names.Contains(member.Name) && _request.Has(member.Name) && (member.Name != "tools" || HasTools))
            {
                used.Add(member.Name == "response_format" && Format == "json_schema" ? "structured_outputs" : member.Name);
            }
        }

        return used.ToImmutable();
    }

    private long? Whole(string name)
    {
        var reader = new Utf8JsonReader(_request.Value(name).Span);
        return _request.Has(name) && reader.Read() && reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var whole) ? whole : null;
    }

    private string? Text(string name)
    {
        var reader = new Utf8JsonReader(_request.Value(name).Span);
        return _request.Has(name) && reader.Read() && reader.TokenType == JsonTokenType.String ? WireText.Read(reader) : null;
    }

    private static bool IsFilledList(ReadOnlySpan<byte> json) => json is [(byte)'[', .. var items, (byte)']'] && !items.Trim(" \t\r\n"u8).IsEmpty;

    // {"type":"json_schema","json_schema":{…}}
    private static string? FormatOf(ReadOnlyMemory<byte> value)
    {
        if (value.IsEmpty || value.Span[0] != (byte)'{')
        {
            return null;
        }

        var reader = new Utf8JsonReader(value.Span, new JsonReaderOptions { MaxDepth = RequestReader.MaxDepth });
        _ = reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isType = WireText.Is(reader, "type"u8);
            _ = reader.Read();
            if (isType && reader.TokenType == JsonTokenType.String)
            {
                return WireText.Read(reader) is var type && type == "text" ? null : type;
            }

            reader.Skip();
        }

        return null;
    }
}
