using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Weir.OpenRouter;

/// <summary>A tool together with the code that does what it says.</summary>
public sealed class ToolFunction
{
    private readonly Func<string, CancellationToken, Task<string>> _run;

    private ToolFunction(ChatTool definition, Func<string, CancellationToken, Task<string>> run)
    {
        Definition = definition;
        _run = run;
    }

    /// <summary>What the model is told of it.</summary>
    public ChatTool Definition { get; }

    /// <summary>Its name.</summary>
    public string Name => Definition.Function!.Name;

    /// <summary>A tool whose arguments are a C# type; their JSON schema is made of it.</summary>
    /// <param name="name">Letters, digits, <c>_</c> and <c>-</c>.</param>
    /// <param name="description">When the model should call it, and what for.</param>
    /// <param name="arguments">The type's source-generated metadata.</param>
    /// <param name="run">Does it; the result is told to the model as it is.</param>
    public static ToolFunction Create<TArguments>(
        string name, string description, JsonTypeInfo<TArguments> arguments, Func<TArguments, CancellationToken, Task<string>> run)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(run);
        return Create(name, description, TypeSchema.Of(arguments), (json, cancellationToken) =>
            JsonSerializer.Deserialize(json, arguments) is { } read
                ? run(read, cancellationToken)
                : throw new JsonException($"The arguments of {name} are null."));
    }

    /// <summary>A tool whose arguments are described by a JSON schema.</summary>
    /// <param name="name">Letters, digits, <c>_</c> and <c>-</c>.</param>
    /// <param name="description">When the model should call it, and what for.</param>
    /// <param name="parameters">JSON schema of the arguments.</param>
    /// <param name="run">Does it, given the JSON of the arguments.</param>
    public static ToolFunction Create(string name, string description, JsonElement parameters, Func<string, CancellationToken, Task<string>> run)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(run);
        return new ToolFunction(new ChatTool { Function = new ChatToolFunction { Name = name, Description = description, Parameters = parameters } }, run);
    }

    internal Task<string> RunAsync(string arguments, CancellationToken cancellationToken) => _run(arguments, cancellationToken);
}
