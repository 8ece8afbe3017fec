namespace Weir.Gateway.Protocols.Responses.Input;

/// <summary>A tool of a request, as the client knows it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Namespace">The group it was declared in; null when in none.</param>
/// <param name="IsCustom">Whether it takes free text instead of JSON.</param>
/// <param name="Native">What is called by items of its own type; null for functions and custom tools.</param>
internal sealed record DeclaredTool(string Name, string? Namespace, bool IsCustom, NativeTool? Native = null)
{
    /// <summary>The name of its function in the chat request, where there are no groups.</summary>
    public string ChatName => ChatNameOf(Namespace, Name);

    public static string ChatNameOf(string? group, string name) => group is null ? name : $"{group}__{name}";
}
