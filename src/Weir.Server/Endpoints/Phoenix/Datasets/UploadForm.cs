using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Weir.Tracing.Datasets;

namespace Weir.Server.Endpoints.Phoenix.Datasets;

/// <summary>Reads uploads as a form: a file, and which of its columns are what.</summary>
/// <remarks>
/// <code>name=qa; action=create; input_keys[]=q; output_keys[]=a; split_key=split; file=@qa.csv (text/csv, Content-Encoding: gzip)</code>
/// </remarks>
internal sealed class UploadForm
{
    private const int MostParts = 16_384;
    private const int LongestField = 64 << 10;
    private const int LongestName = 1000;

    private readonly Dictionary<string, List<string>> _fields = new(StringComparer.Ordinal);
    private UploadFile? _file;

    /// <exception cref="Gateway.Pipeline.GatewayException">413, 422 or 501.</exception>
    public static async Task<DatasetUpload> ReadAsync(Stream body, string boundary, Guid workspaceId, long nowUnixNanos, CancellationToken cancellationToken)
    {
        var form = new UploadForm();
        try
        {
            var reader = new MultipartReader(boundary, body);
            for (var parts = 0; await reader.ReadNextSectionAsync(cancellationToken) is { } section; parts++)
            {
                if (parts == MostParts)
                {
                    throw PhoenixEdge.Unprocessable($"The form has more than {MostParts} parts.");
                }

                await form.AddAsync(section, cancellationToken);
            }
        }
        catch (InvalidDataException wrong)
        {
            throw PhoenixEdge.Unprocessable($"The form cannot be read: {wrong.Message}");
        }

        return form.ToUpload(workspaceId, nowUnixNanos);
    }

    private async Task AddAsync(MultipartSection section, CancellationToken cancellationToken)
    {
        if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition))
        {
            throw PhoenixEdge.Unprocessable("A part of the form has no name.");
        }

        var name = HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
        if (name == "file")
        {
            _file = await UploadFile.ReadAsync(section, cancellationToken);
            return;
        }

        if (!_fields.TryGetValue(name, out var values))
        {
            _fields.Add(name, values = []);
        }

        values.Add(await TextAsync(section.Body, cancellationToken));
    }

    private static async Task<string> TextAsync(Stream stream, CancellationToken cancellationToken)
    {
        var bytes = new byte[LongestField + 1];
        var length = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        return length <= LongestField
            ? Encoding.UTF8.GetString(bytes, 0, length)
            : throw PhoenixEdge.Unprocessable($"A field of the form has more than {LongestField >> 10} KiB.");
    }

    private DatasetUpload ToUpload(Guid workspaceId, long nowUnixNanos)
    {
        var name = One("name") ?? throw PhoenixEdge.Unprocessable("Dataset name must not be empty");
        if (name.Length > LongestName || name.AsSpan().ContainsAnyInRange('\0', '\x1f'))
        {
            throw PhoenixEdge.Unprocessable($"The dataset name must have at most {LongestName} characters and no control characters.");
        }

        var keys = ReadKeys();
        var table = (_file ?? throw PhoenixEdge.Unprocessable("Malformed file in form data.")).ToTable();
        keys.Require(table.Names);
        return new DatasetUpload
        {
            WorkspaceId = workspaceId,
            Name = name,
            Description = One("description"),
            Action = DraftReader.Action(One("action")),
            Examples = new RowReader(table, keys).Read(),
            HasSplits = !keys.Splits.IsEmpty,
            NowUnixNanos = nowUnixNanos,
        };
    }

    private UploadKeys ReadKeys()
    {
        var (one, many) = (One("split_key"), All("split_keys[]"));
        if (one is not null && many.Count > 0)
        {
            throw PhoenixEdge.Unprocessable("split_key and split_keys[] cannot both be given.");
        }

        return new UploadKeys
        {
            Input = [.. All("input_keys[]")],
            Output = [.. All("output_keys[]")],
            Metadata = [.. All("metadata_keys[]")],
            Splits = one is null ? [.. many] : [one],
            Flattened = [.. All("flatten_keys[]")],
            SpanId = One("span_id_key"),
            ExampleId = One("example_id_key"),
        };
    }

    private string? One(string name) => All(name) is [var value, ..] ? value : null;

    private List<string> All(string name) =>
        _fields.TryGetValue(name, out var values) ? [.. values.Where(value => value.Length > 0).Distinct(StringComparer.Ordinal)] : [];
}
