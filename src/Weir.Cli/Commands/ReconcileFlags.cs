using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Weir.Server.Reconciliation;

namespace Weir.Cli.Commands;

/// <summary>The flags of <c>weir reconcile</c>: what of the bill is what, and what is compared.</summary>
internal sealed class ReconcileFlags
{
    private readonly Option<string?> _provider = new("--provider") { Description = "Display name of the provider whose bill it is. Default: all traffic." };
    private readonly Option<bool> _byok = new("--byok") { Description = "The bill is that of stored credentials (/api/v1/byok): compare their traffic instead of the server's own." };
    private readonly Option<string[]> _map = new("--map") { Description = "Which column is what: date, model, requests, prompt_tokens, completion_tokens or cost, as FIELD=COLUMN." };
    private readonly Option<string[]> _model = new("--model") { Description = "Which model of ours a model of the bill is, as NAME=SLUG." };
    private readonly Option<string> _tolerance = new("--tolerance") { Description = "US dollars that the costs of a day and model may be apart.", DefaultValueFactory = _ => "0" };
    private readonly Option<bool> _costOnly = new("--cost-only") { Description = "Requests and tokens may differ." };
    private readonly Option<bool> _json = new("--json") { Description = "Print JSON instead of a table." };

    public ReconcileFlags()
    {
        _map.Validators.Add(RequirePairs);
        _model.Validators.Add(RequirePairs);
        _tolerance.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !TryDollars(token.Value, out _))
            {
                result.AddError("--tolerance must be US dollars, for example 0.01.");
            }
        });
    }

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_provider, _byok, _map, _model, _tolerance, _costOnly, _json])
        {
            command.Options.Add(option);
        }
    }

    public ComparisonOptions Read(ParseResult parsed) => new()
    {
        Provider = parsed.GetValue(_provider),
        Byok = parsed.GetValue(_byok),
        Columns = Pairs(parsed.GetValue(_map)),
        Models = Pairs(parsed.GetValue(_model)),
        Tolerance = TryDollars(parsed.GetValue(_tolerance)!, out var dollars) ? dollars : 0,
        CostOnly = parsed.GetValue(_costOnly),
        Json = parsed.GetValue(_json),
    };

    private static bool TryDollars(string text, out decimal dollars) => decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out dollars);

    private static KeyValuePair<string, string>[] Pairs(string[]? pairs) =>
    [
        .. from pair in pairs ?? []
           let at = pair.IndexOf('=', StringComparison.Ordinal)
           select KeyValuePair.Create(pair[..at].Trim(), pair[(at + 1)..].Trim()),
    ];

    private static void RequirePairs(OptionResult result)
    {
        foreach (var token in result.Tokens.Where(token => token.Value.IndexOf('=', StringComparison.Ordinal) <= 0))
        {
            result.AddError($"'{token.Value}' must have the form NAME=VALUE.");
        }
    }
}
